package io.mendian.member.hold;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.Tender;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The members' assets that a paid order says it was paid with; amounts in the smallest currency unit.
 *
 * @param gifts amounts by gift card id, in the order of the ids
 * @param uses of the lines that a card paid for: one use per piece
 */
record OrderAssets(long points, long stored, Map<Long, Long> gifts, List<HoldCommand.Uses> uses) {

    /** What could not be taken any more. */
    record Missing(long giftMinor, long uses) {

        boolean isNothing() {
            return giftMinor == 0 && uses == 0;
        }
    }

    static OrderAssets of(OrderPaid order) {
        Map<Long, Long> gifts = new TreeMap<>();
        long stored = 0;
        for (Tender tender : order.tenders()) {
            switch (tender.kind()) {
                case ConfirmHold.STORED_VALUE -> stored += tender.amountMinor();
                case HeldCards.GIFT_CARD ->
                    gifts.merge(Long.valueOf(tender.reference()), tender.amountMinor(), Long::sum);
                default -> {
                    // money, which is no asset of a member
                }
            }
        }
        Set<String> used = order.tenders().stream()
                .filter(tender -> tender.kind().equals(HeldCards.CARD_USE))
                .map(Tender::reference)
                .collect(Collectors.toSet());
        List<HoldCommand.Uses> uses = order.lines().stream()
                .filter(line -> used.contains(line.lineId()))
                .map(line -> use(order, line))
                .toList();
        return new OrderAssets(order.pointsUsed(), stored, gifts, uses);
    }

    private static HoldCommand.Uses use(OrderPaid order, OrderLine line) {
        return new HoldCommand.Uses(line.lineId(), line.skuId(), order.storeId(), line.quantity(), null);
    }

    Set<String> usedLines() {
        return uses.stream().map(HoldCommand.Uses::lineId).collect(Collectors.toSet());
    }

    boolean hasCards() {
        return !gifts.isEmpty() || !uses.isEmpty();
    }

    boolean isNothing() {
        return points == 0 && stored == 0 && !hasCards();
    }
}
