/** Coupons that member-service owes to members: a durable row each, asked of marketing-service until it is final. */
@NullMarked
package io.mendian.member.grant;

import org.jspecify.annotations.NullMarked;
