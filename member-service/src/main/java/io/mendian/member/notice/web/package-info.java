/** Routes of notices. */
@NullMarked
package io.mendian.member.notice.web;

import org.jspecify.annotations.NullMarked;
