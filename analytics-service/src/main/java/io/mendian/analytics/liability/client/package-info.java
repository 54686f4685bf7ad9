/** Questions to other services. */
@NullMarked
package io.mendian.analytics.liability.client;

import org.jspecify.annotations.NullMarked;
