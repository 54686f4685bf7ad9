/** What an order earns: rules, multipliers and caps as one pure function of what was sold and what came back. */
@NullMarked
package io.mendian.member.accrual;

import org.jspecify.annotations.NullMarked;
