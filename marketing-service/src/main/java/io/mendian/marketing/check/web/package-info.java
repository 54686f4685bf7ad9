/** The check before publishing over HTTP, for headquarters. */
@NullMarked
package io.mendian.marketing.check.web;

import org.jspecify.annotations.NullMarked;
