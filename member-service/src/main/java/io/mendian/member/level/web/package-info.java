/** Routes of levels. */
@NullMarked
package io.mendian.member.level.web;

import org.jspecify.annotations.NullMarked;
