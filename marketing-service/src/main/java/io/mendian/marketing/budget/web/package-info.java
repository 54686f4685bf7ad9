/** Budgets over HTTP. */
@NullMarked
package io.mendian.marketing.budget.web;

import org.jspecify.annotations.NullMarked;
