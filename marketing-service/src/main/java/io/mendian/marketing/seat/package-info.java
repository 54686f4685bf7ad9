/** Seats that orders take in campaign offers, and the groups they make. */
@NullMarked
package io.mendian.marketing.seat;

import org.jspecify.annotations.NullMarked;
