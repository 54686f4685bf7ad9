/** Routes of liabilities. */
@NullMarked
package io.mendian.analytics.liability.web;

import org.jspecify.annotations.NullMarked;
