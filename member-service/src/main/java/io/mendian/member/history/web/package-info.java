/** Routes of the consumption record. */
@NullMarked
package io.mendian.member.history.web;

import org.jspecify.annotations.NullMarked;
