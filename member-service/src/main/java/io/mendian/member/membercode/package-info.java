/** The rotating code by which a member shows who he is. */
@NullMarked
package io.mendian.member.membercode;

import org.jspecify.annotations.NullMarked;
