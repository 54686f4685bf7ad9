/** Events in. */
@NullMarked
package io.mendian.analytics.facts.messaging;

import org.jspecify.annotations.NullMarked;
