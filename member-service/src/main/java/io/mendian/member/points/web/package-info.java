/** Routes of points. */
@NullMarked
package io.mendian.member.points.web;

import org.jspecify.annotations.NullMarked;
