package io.mendian.analytics.facts;

import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;
import java.util.List;

/** How the amounts of an event count: revenue, money and debt are separate figures. */
final class SaleTally {

    private static final String RECHARGE = "RECHARGE";
    private static final String STORED_VALUE = "STORED_VALUE";

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
        return tenders(tally, refunded.tenders(), Measure.PAID_BACK_MINOR, Measure.STORED_BACK_MINOR);
    }

    private static Tally tenders(Tally tally, List<Tender> tenders, Measure money, Measure storedValue) {
        for (Tender tender : tenders) {
            tally.add(tender.kind().equals(STORED_VALUE) ? storedValue : money, tender.amountMinor());
        }
        return tally;
    }
}
