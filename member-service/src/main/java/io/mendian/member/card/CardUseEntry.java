package io.mendian.member.card;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a card's statement: who took a use, where and when, and whether it came back.
 *
 * @param relation what the user is to the owner when the card was shared with him; null for the owner himself
 */
public record CardUseEntry(
        String useId,
        String serviceSkuId,
        String storeId,
        @Nullable String staffId,
        long usesLeft,
        Instant usedAt,
        @Nullable Instant givenBackAt,
        String usedByMemberKey,
        @Nullable String relation) {}
