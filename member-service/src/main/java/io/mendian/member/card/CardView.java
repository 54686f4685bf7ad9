package io.mendian.member.card;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A card as its owner sees it. Empty lists mean every service and every store.
 *
 * @param kind PUNCH or PERIOD
 * @param status ACTIVE, FROZEN, CLOSED; ENDED when its period is over, USED_UP when nothing is left; LOST, REFUNDING or
 *     IN_TRANSFER while it is locked
 * @param usesLeft counts only for PUNCH cards
 */
public record CardView(
        String cardId,
        String productSkuId,
        String name,
        String kind,
        String status,
        long usesTotal,
        long usesLeft,
        Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant frozenAt,
        List<String> serviceSkuIds,
        List<String> storeIds) {}
