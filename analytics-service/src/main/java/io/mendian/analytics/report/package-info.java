/** Figures by day, month, hour, store, region, product and tender; charts and CSV. */
@NullMarked
package io.mendian.analytics.report;

import org.jspecify.annotations.NullMarked;
