/** Reviews of what members bought: written, looked at by somebody, paid once per line of an order. */
@NullMarked
package io.mendian.member.review;

import org.jspecify.annotations.NullMarked;
