/** Routes of redemptions. */
@NullMarked
package io.mendian.member.redeem.web;

import org.jspecify.annotations.NullMarked;
