/** Share links: who brings a newcomer is thanked, so often a day. */
@NullMarked
package io.mendian.member.share;

import org.jspecify.annotations.NullMarked;
