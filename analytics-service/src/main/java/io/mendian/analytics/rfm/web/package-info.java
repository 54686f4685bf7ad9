/** RFM over HTTP. */
@NullMarked
package io.mendian.analytics.rfm.web;

import org.jspecify.annotations.NullMarked;
