/** The reports over HTTP, for headquarters and for stores. */
@NullMarked
package io.mendian.analytics.report.web;

import org.jspecify.annotations.NullMarked;
