package io.mendian.member.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deduction as the customer file shows it: which card, for which service, in which store, when, and by whom. */
public record ScannedUse(
        String cardId,
        String cardName,
        String kind,
        String useId,
        String serviceSkuId,
        String storeId,
        @Nullable String storeName,
        @Nullable String staffId,
        @Nullable Long usesLeft,
        Instant usedAt,
        @Nullable Instant givenBackAt) {}
