package io.mendian.member.accrual;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns a paid order into what the rules see: what of each line counts, by the basis and by how it was paid. */
public final class SoldOrder {

    private static final String CARD_USE = "CARD_USE";

    private final OrderPaid order;
    private final Accrual accrual;
    private final List<OrderLine> lines;

    private SoldOrder(OrderPaid order, Accrual accrual) {
        this.order = order;
        this.accrual = accrual;
        // the canonical order: how the basket was typed changes nothing
        this.lines = order.lines().stream()
                .sorted(Comparator.comparing((OrderLine line) -> line.skuId().value())
                        .thenComparing(line -> line.quantity() == 0 ? 0 : line.netMinor() / line.quantity())
                        .thenComparing(OrderLine::lineId))
                .toList();
    }

    /** @param pointsMinor the money that points paid for, in the smallest currency unit */
    public static List<SoldLine> lines(OrderPaid order, Accrual accrual, long pointsMinor) {
        return new SoldOrder(order, accrual).counted(pointsMinor);
    }

    private List<SoldLine> counted(long pointsMinor) {
        long[] net =
                lines.stream().mapToLong(line -> Math.max(0, line.netMinor())).toArray();
        long[] byPoints = lines.isEmpty() ? new long[0] : Split.byWeight(pointsMinor, net);
        long[] off = notEarning(net);
        List<SoldLine> sold = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            long counted = base(lines.get(i), byPoints[i]);
            long left = net[i] == 0 ? counted : counted - Split.share(counted, Math.min(off[i], net[i]), net[i]);
            sold.add(line(lines.get(i), left));
        }
        return sold;
    }

    private long base(OrderLine line, long byPoints) {
        return switch (accrual.basis()) {
            case AFTER_DISCOUNTS -> Math.max(0, line.netMinor()) + (accrual.pointsPaidEarns() ? byPoints : 0);
            case BEFORE_DISCOUNTS -> Math.max(0, line.listMinor() - (accrual.pointsPaidEarns() ? 0 : byPoints));
        };
    }

    /** What of each line was paid by tenders that do not earn: uses of a card their own line, all others in proportion. */
    private long[] notEarning(long[] net) {
        long[] off = new long[lines.size()];
        long[] free = net.clone();
        for (Tender tender : order.tenders()) {
            for (int i = 0; i < off.length && tender.kind().equals(CARD_USE); i++) {
                if (lines.get(i).lineId().equals(tender.reference())) {
                    free[i] = 0;
                    off[i] = accrual.tendersThatDoNotEarn().contains(CARD_USE) ? net[i] : 0;
                }
            }
        }
        long rest = order.tenders().stream()
                .filter(tender -> !tender.kind().equals(CARD_USE)
                        && accrual.tendersThatDoNotEarn().contains(tender.kind()))
                .mapToLong(Tender::amountMinor)
                .sum();
        if (rest > 0 && off.length > 0) {
            long[] shares = Split.byWeight(rest, free);
            for (int i = 0; i < off.length; i++) {
                off[i] += shares[i];
            }
        }
        return off;
    }

    private static SoldLine line(OrderLine line, long counted) {
        return new SoldLine(
                line.lineId(),
                line.skuId().text(),
                kind(line),
                line.category(),
                line.quantity(),
                Math.max(0, line.netMinor()),
                counted);
    }

    /** A gift card is money that will be spent later, like a recharge. */
    private static String kind(OrderLine line) {
        boolean giftCard =
                line.cardTerms() != null && "GIFT".equals(line.cardTerms().kind());
        return giftCard ? "RECHARGE" : line.kind();
    }
}
