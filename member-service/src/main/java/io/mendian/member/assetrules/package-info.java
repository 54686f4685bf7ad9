/** The chain's own settings for stored value, cards and gift cards. */
@NullMarked
package io.mendian.member.assetrules;

import org.jspecify.annotations.NullMarked;
