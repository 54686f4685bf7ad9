/** HTTP in for members. */
@NullMarked
package io.mendian.member.member.web;

import org.jspecify.annotations.NullMarked;
