/** Fees and rounding over HTTP, for headquarters. */
@NullMarked
package io.mendian.marketing.charge.web;

import org.jspecify.annotations.NullMarked;
