/** Gift cards: bought with an order, sent by a secret code, spent in parts, moved into a wallet. */
@NullMarked
package io.mendian.member.giftcard;

import org.jspecify.annotations.NullMarked;
