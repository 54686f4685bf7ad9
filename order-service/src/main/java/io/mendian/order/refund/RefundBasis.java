package io.mendian.order.refund;

import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderedLine;
import io.mendian.order.ordering.PaidBy;
import io.mendian.order.ordering.TenderKind;
import java.util.List;

/**
 * What a refund needs to know of a paid order: what was paid for each line, the tenders, the fees that the order bears on top
 * of its lines, and what has come back or is reserved to.
 */
record RefundBasis(
        List<SoldLine> lines,
        List<PaidTender> tenders,
        long pointsUsed,
        long pointsBack,
        long feesMinor,
        long feesBackMinor) {

    /**
     * A line as it was paid: {@code cardMinor} by uses of a card, the rest by money; {@code pointsMinor} is what points took
     * off as cash, {@code exchangePoints} are points that were part of its price.
     */
    record SoldLine(
            int no,
            String name,
            String kind,
            long quantity,
            long listMinor,
            long paidMinor,
            long cardMinor,
            long pointsMinor,
            long exchangePoints,
            long backQuantity,
            long backMinor) {

        String lineId() {
            return Integer.toString(no);
        }

        long leftQuantity() {
            return quantity - backQuantity;
        }

        boolean isAsset() {
            return kind.equals("CARD") || kind.equals("RECHARGE");
        }
    }

    /** A tender and how much of it has gone back. */
    record PaidTender(int no, TenderKind kind, String reference, long amountMinor, long backMinor) {

        boolean paysLine(SoldLine line) {
            return kind == TenderKind.CARD_USE && reference.equals(line.lineId());
        }
    }

    static RefundBasis of(Order order) {
        List<PaidTender> tenders =
                order.tenders().stream().map(RefundBasis::tender).toList();
        long net = order.lines().stream().mapToLong(OrderedLine::netMinor).sum();
        long back = order.lines().stream().mapToLong(OrderedLine::refundedMinor).sum();
        return new RefundBasis(
                order.lines().stream().map(line -> line(line, tenders)).toList(),
                tenders,
                order.amounts().pointsUsed(),
                order.state().pointsReturned(),
                order.amounts().payableMinor() - net,
                order.state().refundedMinor() - back);
    }

    private static SoldLine line(OrderedLine line, List<PaidTender> tenders) {
        return new SoldLine(
                line.no(),
                line.name(),
                line.kind(),
                line.quantity(),
                line.listMinor(),
                line.netMinor(),
                byCard(line.lineId(), tenders),
                line.pointsMinor(),
                line.exchangePoints(),
                line.refundedQuantity(),
                line.refundedMinor());
    }

    private static long byCard(String lineId, List<PaidTender> tenders) {
        return tenders.stream()
                .filter(tender -> tender.kind() == TenderKind.CARD_USE
                        && tender.reference().equals(lineId))
                .mapToLong(PaidTender::amountMinor)
                .sum();
    }

    private static PaidTender tender(PaidBy tender) {
        return new PaidTender(
                tender.no(), tender.kind(), tender.reference(), tender.amountMinor(), tender.refundedMinor());
    }

    SoldLine require(String lineId) {
        return lines.stream()
                .filter(line -> line.lineId().equals(lineId))
                .findFirst()
                .orElseThrow(() -> RefundProblem.RETURN_LINE_UNKNOWN.with("line", lineId));
    }
}
