/** Promotions over HTTP. */
@NullMarked
package io.mendian.marketing.promotion.web;

import org.jspecify.annotations.NullMarked;
