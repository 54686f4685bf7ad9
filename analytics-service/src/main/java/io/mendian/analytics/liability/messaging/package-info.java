/** Postings in. */
@NullMarked
package io.mendian.analytics.liability.messaging;

import org.jspecify.annotations.NullMarked;
