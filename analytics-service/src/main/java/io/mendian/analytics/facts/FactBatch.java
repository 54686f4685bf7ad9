package io.mendian.analytics.facts;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the events of one transaction say; written together before it commits. The same order twice counts once. */
final class FactBatch {

    private final Map<Long, OrderPaid> paid = new LinkedHashMap<>();
    private final Map<String, OrderRefunded> refunded = new LinkedHashMap<>();
    private final Map<Long, MemberRow> members = new LinkedHashMap<>();
    private final Map<Long, PointsRow> points = new LinkedHashMap<>();
    private long events;
    private Instant lastEvent = Instant.EPOCH;
    private @Nullable LocalDate lastFact;

    void add(OrderPaid order) {
        paid.putIfAbsent(order.orderId().value(), order);
        fact(order.businessDate());
    }

    void add(OrderRefunded refund) {
        refunded.putIfAbsent(refund.refundId(), refund);
        fact(refund.businessDate());
    }

    void add(MemberRow member) {
        members.merge(member.memberKey(), member, MemberRow::then);
    }

    void add(PointsRow posting) {
        points.merge(posting.memberKey(), posting, PointsRow::then);
    }

    void seen(Instant eventTime) {
        events++;
        lastEvent = eventTime.isAfter(lastEvent) ? eventTime : lastEvent;
    }

    private void fact(LocalDate date) {
        lastFact = lastFact == null || date.isAfter(lastFact) ? date : lastFact;
    }

    Map<Long, OrderPaid> paid() {
        return paid;
    }

    Map<String, OrderRefunded> refunded() {
        return refunded;
    }

    Map<Long, MemberRow> members() {
        return members;
    }

    Map<Long, PointsRow> points() {
        return points;
    }

    long events() {
        return events;
    }

    Instant lastEvent() {
        return lastEvent;
    }

    @Nullable
    LocalDate lastFact() {
        return lastFact;
    }
}
