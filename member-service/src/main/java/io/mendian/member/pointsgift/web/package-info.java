/** Routes of points gifts. */
@NullMarked
package io.mendian.member.pointsgift.web;

import org.jspecify.annotations.NullMarked;
