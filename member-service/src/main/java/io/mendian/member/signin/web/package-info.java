/** Routes of sign-ins and pickup vouchers. */
@NullMarked
package io.mendian.member.signin.web;

import org.jspecify.annotations.NullMarked;
