package io.mendian.analytics.facts;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;

/** How the amounts of an event count: revenue, money and debt are separate figures (docs/money.md). */
final class SaleTally {

    private static final String RECHARGE = "RECHARGE";
    private static final String CARD = "CARD";
    private static final String AMOUNT = "AMOUNT";

    private SaleTally() {}

    static boolean isSale(OrderLine line) {
        return !line.kind().equals(RECHARGE);
    }

    static boolean isSale(RefundLine line) {
        return !line.kind().equals(RECHARGE);
    }

    static Tally of(OrderPaid paid) {
        Tally tally = new Tally();
        for (OrderLine line : paid.lines()) {
            if (isSale(line)) {
                tally.set(Measure.ORDERS, 1)
                        .add(Measure.PIECES, pieces(line.kind(), line.quantity()))
                        .add(Measure.SALES_MINOR, line.netMinor())
                        .add(Measure.CARD_SALES_MINOR, line.kind().equals(CARD) ? line.netMinor() : 0)
                        .add(Measure.DISCOUNT_MINOR, line.listMinor() - line.netMinor());
            } else {
                tally.set(Measure.RECHARGES, 1)
                        .add(Measure.RECHARGE_MINOR, line.netMinor())
                        .add(
                                Measure.BONUS_MINOR,
                                line.rechargeTerms() == null
                                        ? 0
                                        : line.rechargeTerms().bonusMinor());
            }
        }
        tally.add(Measure.FEES_MINOR, paid.feesMinor() == null ? 0 : paid.feesMinor());
        for (Tender tender : paid.tenders()) {
            long amount = tender.amountMinor();
            switch (tender.kind()) {
                case "STORED_VALUE" -> tally.add(Measure.STORED_MINOR, amount);
                case "GIFT_CARD" -> tally.add(Measure.GIFT_CARD_MINOR, amount);
                case "CARD_USE" ->
                    tally.add(Measure.CARD_USE_MINOR, amount).add(Measure.CARD_USE_VALUE_MINOR, value(tender));
                case "EXCHANGE" -> tally.add(Measure.EXCHANGED_MINOR, amount);
                case "BOOKED" -> tally.add(Measure.RECEIVED_MINOR, amount).add(Measure.BOOKED_MINOR, amount);
                default -> tally.add(Measure.RECEIVED_MINOR, amount);
            }
        }
        return tally;
    }

    static Tally of(OrderRefunded refunded) {
        Tally tally = new Tally().set(Measure.REFUNDS, 1);
        long lines = 0;
        for (RefundLine line : refunded.lines()) {
            lines += line.netMinor();
            if (isSale(line)) {
                tally.add(Measure.RETURNED_PIECES, pieces(line.kind(), line.quantity()))
                        .add(Measure.REFUNDS_MINOR, line.netMinor())
                        .add(Measure.CARD_SALES_BACK_MINOR, line.kind().equals(CARD) ? line.netMinor() : 0);
            } else {
                tally.add(Measure.RECHARGE_BACK_MINOR, line.netMinor());
            }
        }
        // what goes back beyond the lines are the order's fees
        tally.add(Measure.FEES_BACK_MINOR, Math.max(0, refunded.amountMinor() - lines));
        for (Tender tender : refunded.tenders()) {
            long amount = tender.amountMinor();
            switch (tender.kind()) {
                case "STORED_VALUE" -> tally.add(Measure.STORED_BACK_MINOR, amount);
                case "STORED_VALUE_CREDIT" -> tally.add(Measure.CREDITED_MINOR, amount);
                case "GIFT_CARD" -> tally.add(Measure.GIFT_CARD_BACK_MINOR, amount);
                case "CARD_USE" ->
                    tally.add(Measure.CARD_USE_BACK_MINOR, amount)
                            .add(Measure.CARD_USE_VALUE_BACK_MINOR, value(tender));
                case "EXCHANGE" -> tally.add(Measure.EXCHANGED_BACK_MINOR, amount);
                default -> tally.add(Measure.PAID_BACK_MINOR, amount);
            }
        }
        return tally;
    }

    /** A quick receipt has as many pieces as fen; it counts for none. */
    static long pieces(String kind, long quantity) {
        return kind.equals(AMOUNT) ? 0 : quantity;
    }

    private static long value(Tender tender) {
        return tender.valueMinor() == null ? 0 : tender.valueMinor();
    }
}
