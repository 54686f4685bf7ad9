package io.mendian.member.redeem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What headquarters sets of an offer. */
public record OfferTerms(
        String name,
        String templateId,
        long points,
        @Nullable Long stock,
        @Nullable Integer limitPerMember,
        Instant from,
        Instant until,
        boolean active) {}
