/** HTTP in for member codes. */
@NullMarked
package io.mendian.member.membercode.web;

import org.jspecify.annotations.NullMarked;
