/** The catalogue over HTTP. */
@NullMarked
package io.mendian.order.catalogue.web;

import org.jspecify.annotations.NullMarked;
