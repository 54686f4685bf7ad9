/** Routes of cards. */
@NullMarked
package io.mendian.member.card.web;

import org.jspecify.annotations.NullMarked;
