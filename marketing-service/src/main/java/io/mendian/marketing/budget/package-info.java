/** Budgets of promotions: held when an order is placed, settled when it is paid, released when it is cancelled. */
@NullMarked
package io.mendian.marketing.budget;

import org.jspecify.annotations.NullMarked;
