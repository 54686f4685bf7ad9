/** How recently, how often and for how much members bought: scores, classes, grades. */
@NullMarked
package io.mendian.analytics.rfm;

import org.jspecify.annotations.NullMarked;
