package io.mendian.analytics.facts;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.contracts.order.OrderRefunded;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes a batch: facts first, each once, then their sums, tables and keys always in the same order. */
@Component
class FactWriter {

    private final JdbcTemplate jdbc;
    private final StoreZones zones;
    private final Sums sums;
    private final MemberSums memberSums;
    private final PointsSums pointsSums;

    FactWriter(JdbcTemplate jdbc, StoreZones zones, Sums sums, MemberSums memberSums, PointsSums pointsSums) {
        this.jdbc = jdbc;
        this.zones = zones;
        this.sums = sums;
        this.memberSums = memberSums;
        this.pointsSums = pointsSums;
    }

    void write(FactBatch batch, Instant now) {
        forgetKnown("fact_order", "order_id", batch.paid().keySet());
        forgetKnown("fact_refund", "refund_id", batch.refunded().keySet());
        TreeSet<Long> stores = Stream.concat(
                        batch.paid().values().stream()
                                .map(paid -> paid.storeId().value()),
                        batch.refunded().values().stream()
                                .map(refund -> refund.storeId().value()))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<Long, ZoneId> zoneOf = zones.of(stores);
        List<SaleFact> facts = Stream.concat(
                        batch.paid().values().stream()
                                .map(paid -> SaleFact.of(
                                        paid, zones.in(zoneOf, paid.storeId().value()))),
                        batch.refunded().values().stream()
                                .map(refund -> SaleFact.of(
                                        refund,
                                        zones.in(zoneOf, refund.storeId().value()))))
                .toList();
        orders(batch.paid().values().stream().toList(), facts);
        refunds(batch.refunded().values().stream().toList(), facts);
        sums.add(facts);
        memberSums.put(batch.members().values());
        memberSums.add(facts);
        pointsSums.put(batch.points().values());
        freshness(batch, now);
    }

    /** An order that was booked by an earlier event is not booked again. */
    private void forgetKnown(String table, String key, Set<?> keys) {
        if (!keys.isEmpty()) {
            jdbc.queryForList(
                            "SELECT " + key + " FROM " + table + " WHERE " + key + Sql.in(keys),
                            Object.class,
                            keys.toArray())
                    .forEach(keys::remove);
        }
    }

    private void orders(List<OrderPaid> paid, List<SaleFact> facts) {
        List<Measure> measures = Measure.ofOrders();
        List<String> columns = columns(
                List.of(
                        "order_id",
                        "store_id",
                        "member_key",
                        "channel",
                        "business_date",
                        "hour_of_day",
                        "paid_at",
                        "history"),
                measures);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < paid.size(); i++) {
            OrderPaid order = paid.get(i);
            SaleFact fact = facts.get(i);
            rows.add(row(
                    fact.tally().values(measures),
                    fact.order(),
                    fact.store(),
                    fact.member(),
                    order.channel(),
                    fact.date(),
                    fact.hour(),
                    Timestamp.from(order.paidAt()),
                    order.history()));
        }
        insert("fact_order", columns, rows);
    }

    private void refunds(List<OrderRefunded> refunded, List<SaleFact> facts) {
        List<Measure> measures = Measure.ofRefunds();
        List<String> columns = columns(
                List.of(
                        "refund_id",
                        "order_id",
                        "store_id",
                        "member_key",
                        "business_date",
                        "hour_of_day",
                        "refunded_at",
                        "whole_order"),
                measures);
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < refunded.size(); i++) {
            OrderRefunded refund = refunded.get(i);
            SaleFact fact = facts.get(facts.size() - refunded.size() + i);
            rows.add(row(
                    fact.tally().values(measures),
                    refund.refundId(),
                    fact.order(),
                    fact.store(),
                    fact.member(),
                    fact.date(),
                    fact.hour(),
                    Timestamp.from(refund.refundedAt()),
                    refund.full()));
        }
        insert("fact_refund", columns, rows);
    }

    private void insert(String table, List<String> columns, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(Sql.insert(table, columns), rows);
        }
    }

    private void freshness(FactBatch batch, Instant now) {
        jdbc.update("""
                INSERT INTO freshness (id, events, last_event_at, last_fact, applied_at) VALUES (1, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE
                    events = events + VALUES(events),
                    last_event_at = GREATEST(last_event_at, VALUES(last_event_at)),
                    last_fact = COALESCE(GREATEST(last_fact, VALUES(last_fact)), last_fact, VALUES(last_fact)),
                    applied_at = VALUES(applied_at)
                """, batch.events(), Timestamp.from(batch.lastEvent()), batch.lastFact(), Timestamp.from(now));
    }

    private static List<String> columns(List<String> own, List<Measure> measures) {
        List<String> columns = new ArrayList<>(own);
        columns.addAll(Sql.names(measures));
        return columns;
    }

    private static Object[] row(List<Object> measures, @Nullable Object... own) {
        List<@Nullable Object> row = new ArrayList<>(List.of());
        for (Object value : own) {
            row.add(value);
        }
        row.addAll(measures);
        return row.toArray();
    }
}
