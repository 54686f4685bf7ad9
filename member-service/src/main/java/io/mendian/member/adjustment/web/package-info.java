/** Routes of adjustments. */
@NullMarked
package io.mendian.member.adjustment.web;

import org.jspecify.annotations.NullMarked;
