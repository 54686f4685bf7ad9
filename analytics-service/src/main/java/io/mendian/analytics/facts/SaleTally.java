package io.mendian.analytics.facts;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;
import java.util.List;
import java.util.Set;

/** How the amounts of an event count: revenue, money and debt are separate figures. */
final class SaleTally {

    private static final String RECHARGE = "RECHARGE";

    /** Paid before: what was put on a member's account, a gift card, a card, or paid for goods since exchanged; no money comes in. */
    private static final Set<String> PAID_BEFORE =
            Set.of("STORED_VALUE", "STORED_VALUE_CREDIT", "GIFT_CARD", "CARD_USE", "EXCHANGE");

    private SaleTally() {}

    /** Selling value that is spent later, by a recharge or a gift card, is a debt and no sale. */
    static boolean isSale(OrderLine line) {
        boolean giftCard = line.cardTerms() != null && line.cardTerms().kind().equals("GIFT");
        return !line.kind().equals(RECHARGE) && !giftCard;
    }

    static boolean isSale(RefundLine line) {
        return !line.kind().equals(RECHARGE);
    }

    static Tally of(OrderPaid paid) {
        Tally tally = new Tally();
        for (OrderLine line : paid.lines()) {
            if (isSale(line)) {
                tally.set(Measure.ORDERS, 1)
                        .add(Measure.PIECES, line.quantity())
                        .add(Measure.SALES_MINOR, line.netMinor())
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
        if (paid.feesMinor() != null) {
            tally.add(Measure.SALES_MINOR, paid.feesMinor());
        }
        return tenders(tally, paid.tenders(), Measure.RECEIVED_MINOR, Measure.STORED_MINOR);
    }

    static Tally of(OrderRefunded refunded) {
        Tally tally = new Tally().set(Measure.REFUNDS, 1);
        for (RefundLine line : refunded.lines()) {
            if (isSale(line)) {
                tally.add(Measure.RETURNED_PIECES, line.quantity()).add(Measure.REFUNDS_MINOR, line.netMinor());
            } else {
                tally.add(Measure.RECHARGE_BACK_MINOR, line.netMinor());
            }
        }
        long lines = refunded.lines().stream().mapToLong(RefundLine::netMinor).sum();
        tally.add(Measure.REFUNDS_MINOR, refunded.amountMinor() - lines); // fees of the order as a whole
        return tenders(tally, refunded.tenders(), Measure.PAID_BACK_MINOR, Measure.STORED_BACK_MINOR);
    }

    private static Tally tenders(Tally tally, List<Tender> tenders, Measure money, Measure storedValue) {
        for (Tender tender : tenders) {
            tally.add(PAID_BEFORE.contains(tender.kind()) ? storedValue : money, tender.amountMinor());
        }
        return tally;
    }
}
