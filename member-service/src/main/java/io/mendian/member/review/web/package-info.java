/** Routes of reviews. */
@NullMarked
package io.mendian.member.review.web;

import org.jspecify.annotations.NullMarked;
