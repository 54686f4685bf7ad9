/** HTTP in. */
@NullMarked
package io.mendian.marketing.seat.web;

import org.jspecify.annotations.NullMarked;
