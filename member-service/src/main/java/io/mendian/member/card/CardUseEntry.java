package io.mendian.member.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a card's statement: who took a use, where and when, and whether it came back. */
public record CardUseEntry(
        String useId,
        String serviceSkuId,
        String storeId,
        @Nullable String staffId,
        long usesLeft,
        Instant usedAt,
        @Nullable Instant givenBackAt) {}
