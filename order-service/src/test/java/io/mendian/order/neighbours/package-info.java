/** The services around this one, by hand. */
package io.mendian.order.neighbours;
