package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Guard;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of refunds. */
@Repository
class Refunds {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Refunds(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    Optional<Refund> find(long id) {
        return read(id, "");
    }

    Optional<Refund> lock(long id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<Refund> read(long id, String lock) {
        List<Refund.Line> lines = jdbc.sql("SELECT * FROM refund_line WHERE refund_id = ? ORDER BY line_no")
                .param(id)
                .query((row, n) -> new Refund.Line(
                        row.getInt("line_no"),
                        row.getLong("quantity"),
                        row.getLong("net_minor"),
                        row.getBoolean("restock")))
                .list();
        Optional<Refund> head = jdbc.sql("SELECT * FROM refund WHERE id = ?" + lock)
                .param(id)
                .query((row, n) -> RefundRows.refund(row, lines))
                .optional();
        // the parts after the lock: they change under it
        return head.map(refund -> new Refund(
                refund.id(),
                refund.order(),
                refund.store(),
                refund.kind(),
                refund.status(),
                refund.amountMinor(),
                refund.pointsReturned(),
                refund.currency(),
                refund.reason(),
                refund.askedBy(),
                refund.decidedBy(),
                refund.createdAt(),
                refund.doneAt(),
                refund.businessDate(),
                lines,
                parts(id, lock)));
    }

    private List<Refund.Part> parts(long id, String lock) {
        return jdbc.sql("SELECT * FROM refund_part WHERE refund_id = ? ORDER BY id" + lock)
                .param(id)
                .query(RefundRows::part)
                .list();
    }

    /** Newest first; {@code stores} null is every store. */
    List<Long> page(@Nullable Set<StoreId> stores, @Nullable RefundStatus status, @Nullable Long before, int limit) {
        if (stores != null && stores.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                        SELECT id FROM refund WHERE (:status IS NULL OR status = :status) AND (:before IS NULL OR id < :before)
                        %s ORDER BY id DESC LIMIT :limit
                        """.formatted(stores == null ? "" : "AND store_id IN (:stores)"))
                .param("status", status == null ? null : status.name())
                .param("before", before)
                .param("limit", limit)
                .param(
                        "stores",
                        stores == null
                                ? null
                                : stores.stream().map(StoreId::value).toList())
                .query(Long.class)
                .list();
    }

    List<Long> idsOf(OrderId order) {
        return jdbc.sql("SELECT id FROM refund WHERE order_id = ? ORDER BY id LIMIT 200")
                .param(order.value())
                .query(Long.class)
                .list();
    }

    /** Running refunds of which no part has to wait any longer. */
    List<Long> due(Instant now, int limit) {
        return jdbc.sql("""
                        SELECT r.id FROM refund r
                        WHERE r.status = 'REFUNDING'
                          AND NOT EXISTS (SELECT 1 FROM refund_part p
                                          WHERE p.refund_id = r.id AND p.status <> 'DONE' AND p.next_try_at > ?)
                        ORDER BY r.id LIMIT ?
                        """)
                .params(Timestamp.from(now), limit)
                .query(Long.class)
                .list();
    }

    /** Pieces by line that have come back by refunds that are done. */
    Map<Integer, Long> doneByLine(OrderId order) {
        Map<Integer, Long> done = new HashMap<>();
        jdbc.sql("""
                        SELECT l.line_no, SUM(l.quantity) FROM refund r JOIN refund_line l ON l.refund_id = r.id
                        WHERE r.order_id = ? AND r.status = 'DONE' GROUP BY l.line_no
                        """).param(order.value()).query(row -> {
            done.put(row.getInt(1), row.getLong(2));
        });
        return done;
    }

    void insert(Refund refund, @Nullable Instant firstTry) {
        jdbc.sql("""
                        INSERT INTO refund (id, order_id, store_id, kind, status, amount_minor, points_returned, currency,
                            reason, asked_by, created_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(refund.id())
                .param(refund.order().value())
                .param(refund.store().value())
                .param(refund.kind().name())
                .param(refund.status().name())
                .param(refund.amountMinor())
                .param(refund.pointsReturned())
                .param(refund.currency())
                .param(refund.reason())
                .param(refund.askedBy() == null ? null : refund.askedBy().value())
                .param(Timestamp.from(refund.createdAt()))
                .update();
        insertLines(refund);
        insertParts(refund, firstTry);
    }

    private void insertLines(Refund refund) {
        batches.batchUpdate(
                "INSERT INTO refund_line (refund_id, line_no, quantity, net_minor, restock) VALUES (?, ?, ?, ?, ?)",
                refund.lines().stream()
                        .map(line ->
                                new Object[] {refund.id(), line.no(), line.quantity(), line.netMinor(), line.restock()})
                        .toList());
    }

    private void insertParts(Refund refund, @Nullable Instant firstTry) {
        batches.batchUpdate(
                """
                INSERT INTO refund_part (id, refund_id, tender_no, payment_id, kind, reference, amount_minor, total_minor,
                    status, attempts, next_try_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
                """,
                refund.parts().stream()
                        .map(part -> new @Nullable Object[] {
                            part.id(),
                            refund.id(),
                            part.tenderNo(),
                            part.paymentId(),
                            part.kind().name(),
                            part.reference(),
                            part.amountMinor(),
                            part.totalMinor(),
                            part.status().name(),
                            firstTry == null ? null : Timestamp.from(firstTry)
                        })
                        .toList());
    }

    void change(Refund before, RefundStatus status, @Nullable StaffId decidedBy) {
        if (!before.status().next().contains(status)) {
            throw new IllegalStateException("a refund never goes from " + before.status() + " to " + status);
        }
        Guard.one(
                jdbc.sql(
                                "UPDATE refund SET status = ?, decided_by = COALESCE(?, decided_by) WHERE id = ? AND status = ?")
                        .param(status.name())
                        .param(decidedBy == null ? null : decidedBy.value())
                        .param(before.id())
                        .param(before.status().name())
                        .update(),
                () -> stale(before.id()));
    }

    void finish(Refund before, Instant now, LocalDate businessDate) {
        Guard.one(
                jdbc.sql(
                                "UPDATE refund SET status = 'DONE', done_at = ?, business_date = ? WHERE id = ? AND status = ?")
                        .params(
                                Timestamp.from(now),
                                businessDate,
                                before.id(),
                                before.status().name())
                        .update(),
                () -> stale(before.id()));
    }

    /** All parts that wait are tried from now on. */
    void start(long id, Instant now) {
        int ignored = jdbc.sql("""
                        UPDATE refund_part SET next_try_at = ?, status = CASE WHEN status = 'FAILED' THEN 'PENDING' ELSE status END
                        WHERE refund_id = ? AND status <> 'DONE'
                        """).params(Timestamp.from(now), id).update();
    }

    /** A part that is back stays back. */
    void part(Refund.Part part, Refund.PartStatus status, @Nullable String failure, @Nullable Instant nextTry) {
        int ignored = jdbc.sql("""
                        UPDATE refund_part SET status = ?, failure = ?, attempts = attempts + 1, next_try_at = ?
                        WHERE id = ? AND status <> 'DONE'
                        """)
                .param(status.name())
                .param(failure == null ? null : failure.substring(0, Math.min(300, failure.length())))
                .param(nextTry == null ? null : Timestamp.from(nextTry))
                .param(part.id())
                .update();
    }

    /** The part is back; false when it was before. */
    boolean partBack(long partId, @Nullable String providerRefundId, Instant now) {
        int changed = jdbc.sql("""
                        UPDATE refund_part SET status = 'DONE', done_at = ?, next_try_at = NULL, failure = NULL,
                            provider_refund_id = COALESCE(?, provider_refund_id)
                        WHERE id = ? AND status <> 'DONE'
                        """)
                .param(Timestamp.from(now))
                .param(providerRefundId)
                .param(partId)
                .update();
        return changed == 1;
    }

    Optional<Long> refundOfPart(long partId) {
        return jdbc.sql("SELECT refund_id FROM refund_part WHERE id = ?")
                .param(partId)
                .query(Long.class)
                .optional();
    }

    private static ConcurrencyFailureException stale(long id) {
        return new ConcurrencyFailureException("refund " + id + " changed meanwhile");
    }
}
