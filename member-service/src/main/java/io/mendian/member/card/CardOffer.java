package io.mendian.member.card;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import java.time.Instant;

/**
 * A card to be issued. {@code causeType} and {@code causeId} name why, and {@code piece} which of several: the same cause
 * and piece issues once. {@code paidMinor} is what was paid for this piece, 0 for a free one;
 * {@code declaredMinor} the declared value of one that came free with a recharge.
 */
public record CardOffer(
        MemberKey memberKey,
        SkuId productSkuId,
        String name,
        CardTerms terms,
        String causeType,
        String causeId,
        int piece,
        long paidMinor,
        long declaredMinor,
        Instant from) {}
