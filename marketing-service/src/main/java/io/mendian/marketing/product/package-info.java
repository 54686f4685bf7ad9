/** What this service knows of products: names and list prices told by the catalogue, floors and costs set by headquarters. */
@NullMarked
package io.mendian.marketing.product;

import org.jspecify.annotations.NullMarked;
