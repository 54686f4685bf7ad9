/** Members: who they are, how they join, who may see them. */
@NullMarked
package io.mendian.member.member;

import org.jspecify.annotations.NullMarked;
