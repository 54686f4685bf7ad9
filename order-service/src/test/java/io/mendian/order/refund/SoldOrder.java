package io.mendian.order.refund;

import io.mendian.order.ordering.TenderKind;
import io.mendian.order.refund.RefundBasis.PaidTender;
import io.mendian.order.refund.RefundBasis.SoldLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongUnaryOperator;

/** A paid order made by chance, and what the database does with it when plans are booked or given back. */
final class SoldOrder {

    private static final List<TenderKind> MONEY = List.of(
            TenderKind.STORED_VALUE, TenderKind.GIFT_CARD, TenderKind.CASH, TenderKind.BOOKED, TenderKind.WECHAT_PAY);

    private SoldOrder() {}

    /** Lines paid by money, points as cash, points in the price, or a card; fees; up to five tenders. */
    static RefundBasis random(Random random) {
        List<SoldLine> lines = new ArrayList<>();
        List<PaidTender> tenders = new ArrayList<>();
        long money = 0;
        long points = 0;
        long exchange = 0;
        int count = 1 + random.nextInt(5);
        for (int no = 1; no <= count; no++) {
            long paid = random.nextInt(4) == 0 ? random.nextInt(3) : random.nextInt(50_000);
            long byPoints = random.nextInt(3) == 0 ? random.nextInt(500) : 0;
            long exchanged = random.nextInt(5) == 0 ? 1 + random.nextInt(900) : 0;
            boolean byCard = paid > 0 && random.nextInt(5) == 0;
            long quantity = 1 + random.nextInt(7);
            long list = paid + byPoints + random.nextInt(1000);
            lines.add(
                    new SoldLine(no, "水", "GOODS", quantity, list, paid, byCard ? paid : 0, byPoints, exchanged, 0, 0));
            if (byCard) {
                tenders.add(new PaidTender(tenders.size() + 1, TenderKind.CARD_USE, Integer.toString(no), paid, 0));
            } else {
                money += paid;
            }
            points += byPoints;
            exchange += exchanged;
        }
        long fees = random.nextInt(3) == 0 ? random.nextInt(2_000) : 0;
        pay(random, tenders, money + fees);
        long asCash = points == 0 ? random.nextInt(2) * 7L : points * (1 + random.nextInt(3));
        return new RefundBasis(lines, tenders, asCash + exchange, 0, fees, 0);
    }

    private static void pay(Random random, List<PaidTender> tenders, long money) {
        long left = money;
        for (TenderKind kind : MONEY) {
            boolean last = kind == TenderKind.WECHAT_PAY;
            long amount = last ? left : random.nextBoolean() || left == 0 ? 0 : random.nextLong(left + 1);
            if (amount > 0) {
                tenders.add(new PaidTender(tenders.size() + 1, kind, "ref-" + kind, amount, 0));
                left -= amount;
            }
        }
    }

    /** What is left to return after a plan was booked. */
    static RefundBasis booked(RefundBasis before, RefundPlan plan) {
        return moved(before, plan, amount -> amount);
    }

    /** The same, taken back. */
    static RefundBasis givenBack(RefundBasis before, RefundPlan plan) {
        return moved(before, plan, amount -> -amount);
    }

    private static RefundBasis moved(RefundBasis before, RefundPlan plan, LongUnaryOperator sign) {
        List<SoldLine> lines = before.lines().stream()
                .map(line -> plan.lines().stream()
                        .filter(back -> back.no() == line.no())
                        .findFirst()
                        .map(back -> new SoldLine(
                                line.no(),
                                line.name(),
                                line.kind(),
                                line.quantity(),
                                line.listMinor(),
                                line.paidMinor(),
                                line.cardMinor(),
                                line.pointsMinor(),
                                line.exchangePoints(),
                                line.backQuantity() + sign.applyAsLong(back.quantity()),
                                line.backMinor() + sign.applyAsLong(back.netMinor())))
                        .orElse(line))
                .toList();
        List<PaidTender> tenders = before.tenders().stream()
                .map(tender -> new PaidTender(
                        tender.no(),
                        tender.kind(),
                        tender.reference(),
                        tender.amountMinor(),
                        tender.backMinor()
                                + sign.applyAsLong(plan.parts().stream()
                                        .filter(part -> part.tenderNo() == tender.no())
                                        .mapToLong(RefundPlan.Part::amountMinor)
                                        .sum())))
                .toList();
        return new RefundBasis(
                lines,
                tenders,
                before.pointsUsed(),
                before.pointsBack() + sign.applyAsLong(plan.points()),
                before.feesMinor(),
                before.feesBackMinor() + sign.applyAsLong(plan.feesMinor()));
    }
}
