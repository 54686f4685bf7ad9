/** What a basket costs: a pure calculation without Spring, database or clock; the same inputs always give the same quote. */
@NullMarked
package io.mendian.marketing.pricing;

import org.jspecify.annotations.NullMarked;
