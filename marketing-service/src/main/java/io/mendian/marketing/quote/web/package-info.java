/** The quote over HTTP, for order-service. */
@NullMarked
package io.mendian.marketing.quote.web;

import org.jspecify.annotations.NullMarked;
