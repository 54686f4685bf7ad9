/** Stored value: principal and bonus in two ledgers, recharge packages and recharges. */
@NullMarked
package io.mendian.member.wallet;

import org.jspecify.annotations.NullMarked;
