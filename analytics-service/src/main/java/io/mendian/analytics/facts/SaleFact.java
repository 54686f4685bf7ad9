package io.mendian.analytics.facts;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sale or a refund as it counts, with its lines and tenders; {@code refund} is empty for a sale. */
record SaleFact(
        long order,
        String refund,
        long store,
        @Nullable Long member,
        LocalDate date,
        int hour,
        Tally tally,
        List<Line> lines,
        List<Tender> tenders) {

    /** A line that counts as a sale or as its return. */
    record Line(String id, long sku, String kind, String name, String category, Tally tally) {}

    static SaleFact of(OrderPaid paid, ZoneId zone) {
        return new SaleFact(
                paid.orderId().value(),
                "",
                paid.storeId().value(),
                key(paid.memberKey()),
                paid.businessDate(),
                hour(paid.paidAt(), zone),
                SaleTally.of(paid),
                paid.lines().stream()
                        .filter(SaleTally::isSale)
                        .map(line -> new Line(
                                line.lineId(),
                                line.skuId().value(),
                                line.kind(),
                                line.name(),
                                line.category(),
                                new Tally()
                                        .add(Measure.PIECES, SaleTally.pieces(line.kind(), line.quantity()))
                                        .add(Measure.SALES_MINOR, line.netMinor())))
                        .toList(),
                paid.tenders());
    }

    static SaleFact of(OrderRefunded refund, ZoneId zone) {
        return new SaleFact(
                refund.orderId().value(),
                refund.refundId(),
                refund.storeId().value(),
                key(refund.memberKey()),
                refund.businessDate(),
                hour(refund.refundedAt(), zone),
                SaleTally.of(refund),
                refund.lines().stream()
                        .filter(SaleTally::isSale)
                        .map(line -> new Line(
                                line.lineId(),
                                line.skuId().value(),
                                line.kind(),
                                line.name(),
                                line.category(),
                                new Tally()
                                        .add(Measure.RETURNED_PIECES, SaleTally.pieces(line.kind(), line.quantity()))
                                        .add(Measure.REFUNDS_MINOR, line.netMinor())))
                        .toList(),
                refund.tenders());
    }

    boolean isSale() {
        return refund.isEmpty();
    }

    static int hour(Instant at, ZoneId zone) {
        return at.atZone(zone).getHour();
    }

    private static @Nullable Long key(@Nullable MemberKey member) {
        return member == null ? null : member.value();
    }
}
