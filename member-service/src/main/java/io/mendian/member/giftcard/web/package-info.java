/** Routes of gift cards. */
@NullMarked
package io.mendian.member.giftcard.web;

import org.jspecify.annotations.NullMarked;
