/** Orders that settle, release or return a budget. */
@NullMarked
package io.mendian.marketing.budget.messaging;

import org.jspecify.annotations.NullMarked;
