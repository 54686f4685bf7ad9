/** Price floors over HTTP, for headquarters. */
@NullMarked
package io.mendian.marketing.product.web;

import org.jspecify.annotations.NullMarked;
