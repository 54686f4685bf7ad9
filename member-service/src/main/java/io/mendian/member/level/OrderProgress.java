package io.mendian.member.level;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;
import java.util.List;
import java.util.Set;

/**
 * What an order or a refund means for the way up the ladder. A recharge counts as recharge when it is paid, and what is
 * bought with it counts as spend later; a gift card and the use of a punch card count where the money is spent or was. So
 * nothing counts twice.
 */
public final class OrderProgress {

    private static final String RECHARGE = "RECHARGE";
    private static final String CARD_USE = "CARD_USE";

    private OrderProgress() {}

    public static boolean countsAsOrder(OrderPaid order) {
        return order.lines().stream().anyMatch(line -> !line.kind().equals(RECHARGE));
    }

    /** Lines that count neither as spend nor as recharge. */
    static Set<String> skipped(OrderPaid order) {
        List<String> usedCards = order.tenders().stream()
                .filter(tender -> tender.kind().equals(CARD_USE))
                .map(Tender::reference)
                .toList();
        return order.lines().stream()
                .filter(line -> isGiftCard(line) || usedCards.contains(line.lineId()))
                .map(OrderLine::lineId)
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    private static boolean isGiftCard(OrderLine line) {
        return line.cardTerms() != null && "GIFT".equals(line.cardTerms().kind());
    }

    static Progress paid(OrderPaid order, Set<String> skipped, long pointsEarned) {
        long recharged = 0;
        long spent = 0;
        for (OrderLine line : order.lines()) {
            if (line.kind().equals(RECHARGE)) {
                recharged += line.netMinor();
            } else if (!skipped.contains(line.lineId())) {
                spent += line.netMinor();
            }
        }
        return new Progress(spent, countsAsOrder(order) ? 1 : 0, pointsEarned, recharged);
    }

    static Progress refunded(OrderRefunded refund, Set<String> skipped, long pointsLost) {
        long recharged = 0;
        long spent = 0;
        for (RefundLine line : refund.lines()) {
            if (line.kind().equals(RECHARGE)) {
                recharged += line.netMinor();
            } else if (!skipped.contains(line.lineId())) {
                spent += line.netMinor();
            }
        }
        return new Progress(spent, refund.full() ? 1 : 0, pointsLost, recharged);
    }
}
