/** What the facts ask of other services. */
@NullMarked
package io.mendian.analytics.facts.client;

import org.jspecify.annotations.NullMarked;
