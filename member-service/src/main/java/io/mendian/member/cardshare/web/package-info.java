/** Routes of shared cards. */
@NullMarked
package io.mendian.member.cardshare.web;

import org.jspecify.annotations.NullMarked;
