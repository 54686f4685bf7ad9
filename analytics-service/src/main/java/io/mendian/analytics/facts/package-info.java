/** One row per sale, refund, line and tender, and their sums, kept up to date by the events. */
@NullMarked
package io.mendian.analytics.facts;

import org.jspecify.annotations.NullMarked;
