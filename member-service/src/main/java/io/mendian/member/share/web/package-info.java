/** Routes of share links. */
@NullMarked
package io.mendian.member.share.web;

import org.jspecify.annotations.NullMarked;
