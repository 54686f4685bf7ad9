package io.mendian.member.card;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import java.time.Instant;

/**
 * A card to be issued. {@code causeType} and {@code causeId} name why, and {@code piece} which of several: the same cause
 * and piece issues once.
 */
public record CardOffer(
        MemberKey memberKey,
        SkuId productSkuId,
        String name,
        CardTerms terms,
        String causeType,
        String causeId,
        int piece,
        Instant from) {}
