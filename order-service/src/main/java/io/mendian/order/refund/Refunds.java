package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.runtime.persistence.Guard;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of refunds: one refund, its lines and its parts. */
@Repository
class Refunds {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final RefundRows rows;

    Refunds(JdbcClient jdbc, JdbcTemplate batches, RefundRows rows) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
    }

    Optional<Refund> find(long id) {
        return read(id, "");
    }

    Optional<Refund> lock(long id) {
        return read(id, " FOR UPDATE");
    }

    private Optional<Refund> read(long id, String lock) {
        Optional<Refund> head = jdbc.sql("SELECT * FROM refund WHERE id = ?" + lock)
                .param(id)
                .query(rows::refund)
                .optional();
        // lines and parts after the lock: they change under it
        return head.map(refund -> new Refund(
                refund.id(),
                refund.order(),
                refund.store(),
                refund.kind(),
                refund.status(),
                refund.amounts(),
                refund.asked(),
                refund.decision(),
                refund.assets(),
                refund.doneAt(),
                refund.businessDate(),
                lines(id, lock),
                parts(id, lock)));
    }

    private List<Refund.Line> lines(long id, String lock) {
        return jdbc.sql("SELECT * FROM refund_line WHERE refund_id = ? ORDER BY line_no" + lock)
                .param(id)
                .query(rows::line)
                .list();
    }

    private List<Refund.Part> parts(long id, String lock) {
        return jdbc.sql("SELECT * FROM refund_part WHERE refund_id = ? ORDER BY id" + lock)
                .param(id)
                .query(rows::part)
                .list();
    }

    /** Pieces by line that refunds in these statuses take back. */
    Map<Integer, Long> piecesBack(OrderId order, List<RefundStatus> statuses) {
        Map<Integer, Long> pieces = new HashMap<>();
        jdbc.sql("""
                        SELECT l.line_no, SUM(l.quantity) FROM refund r JOIN refund_line l ON l.refund_id = r.id
                        WHERE r.order_id = :order AND r.status IN (:statuses) GROUP BY l.line_no
                        """)
                .param("order", order.value())
                .param("statuses", statuses.stream().map(Enum::name).toList())
                .query(row -> {
                    pieces.put(row.getInt(1), row.getLong(2));
                });
        return pieces;
    }

    void insert(Refund refund) {
        Refund.Asked asked = refund.asked();
        RefundStatus then = refund.assets().then();
        jdbc.sql("""
                        INSERT INTO refund (id, order_id, store_id, kind, status, amount_minor, fees_minor, points_returned,
                            currency, requested_by, asked_by, reason_code, reason, cause, created_at, assets, prepared_as)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(refund.id())
                .param(refund.order().value())
                .param(refund.store().value())
                .param(refund.kind().name())
                .param(refund.status().name())
                .param(refund.amounts().amountMinor())
                .param(refund.amounts().feesMinor())
                .param(refund.amounts().pointsReturned())
                .param(refund.amounts().currency())
                .param(asked.by().name())
                .param(asked.staff() == null ? null : asked.staff().value())
                .param(asked.reasonCode())
                .param(asked.reason())
                .param(asked.cause().name())
                .param(Timestamp.from(asked.at()))
                .param(refund.assets().hold().name())
                .param(then == null ? null : then.name())
                .update();
        batches.batchUpdate(
                "INSERT INTO refund_line (refund_id, line_no, quantity, net_minor, restock, formula) VALUES (?, ?, ?, ?, ?, ?)",
                refund.lines().stream()
                        .map(line -> new @Nullable Object[] {
                            refund.id(), line.no(), line.quantity(), line.netMinor(), line.restock(), rows.formula(line)
                        })
                        .toList());
        insertParts(refund.id(), refund.parts());
    }

    void insertParts(long refund, List<Refund.Part> parts) {
        batches.batchUpdate(
                """
                INSERT INTO refund_part (id, refund_id, tender_no, payment_id, carry_id, kind, reference, amount_minor,
                    total_minor, way, way_reference, status, attempts)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """,
                parts.stream()
                        .map(part -> new @Nullable Object[] {
                            part.id(),
                            refund,
                            part.tenderNo(),
                            part.paymentId(),
                            part.carryId(),
                            part.kind().name(),
                            part.reference(),
                            part.amountMinor(),
                            part.totalMinor(),
                            name(part.how().way()),
                            part.how().reference(),
                            part.status().name()
                        })
                        .toList());
    }

    /** Puts fees on a part that goes to the same tender; false when there is none. */
    boolean raise(long refund, Refund.Part by) {
        return jdbc.sql("""
                        UPDATE refund_part SET amount_minor = amount_minor + ?
                        WHERE refund_id = ? AND tender_no = ? AND carry_id <=> ? AND status = 'PENDING'
                          AND (way IS NULL OR way <> 'EXCHANGE')
                        """)
                        .param(by.amountMinor())
                        .param(refund)
                        .param(by.tenderNo())
                        .param(by.carryId())
                        .update()
                == 1;
    }

    void raise(long refund, long fees) {
        Guard.one(
                jdbc.sql("UPDATE refund SET amount_minor = amount_minor + ?, fees_minor = fees_minor + ? WHERE id = ?")
                        .params(fees, fees, refund)
                        .update(),
                () -> stale(refund));
    }

    /** Leaves less of a part that has not been asked for: the rest pays for the goods taken instead. */
    void lower(Refund.Part part, long byMinor) {
        Guard.one(jdbc.sql("""
                        UPDATE refund_part SET amount_minor = amount_minor - ?
                        WHERE id = ? AND status = 'PENDING' AND attempts = 0 AND amount_minor > ?
                        """).params(byMinor, part.id(), byMinor).update(), () -> stale(part.id()));
    }

    void change(Refund before, RefundStatus status, @Nullable StaffId decidedBy, @Nullable String note, Instant now) {
        if (!before.status().next().contains(status)) {
            throw new IllegalStateException("a refund never goes from " + before.status() + " to " + status);
        }
        boolean decides = before.status() == RefundStatus.REQUESTED;
        Guard.one(
                jdbc.sql("""
                        UPDATE refund SET status = ?, decided_by = COALESCE(?, decided_by),
                            decision_note = COALESCE(?, decision_note), decided_at = COALESCE(decided_at, ?)
                        WHERE id = ? AND status = ?
                        """)
                        .param(status.name())
                        .param(decidedBy == null ? null : decidedBy.value())
                        .param(note == null ? null : note.substring(0, Math.min(200, note.length())))
                        .param(decides ? Timestamp.from(now) : null)
                        .param(before.id())
                        .param(before.status().name())
                        .update(),
                () -> stale(before.id()));
    }

    /** Who of the staff stands for a member's request: another one has to approve it. */
    void standsFor(long id, StaffId staff) {
        Guard.one(
                jdbc.sql("UPDATE refund SET asked_by = ? WHERE id = ? AND status = 'REQUESTED'")
                        .params(staff.value(), id)
                        .update(),
                () -> stale(id));
    }

    void assets(long id, Refund.AssetHold before, Refund.AssetHold now) {
        Guard.one(
                jdbc.sql("UPDATE refund SET assets = ? WHERE id = ? AND assets = ?")
                        .params(now.name(), id, before.name())
                        .update(),
                () -> stale(id));
    }

    void restock(long id, int line, boolean restock) {
        Guard.one(
                jdbc.sql("UPDATE refund_line SET restock = ? WHERE refund_id = ? AND line_no = ?")
                        .params(restock, id, line)
                        .update(),
                () -> RefundProblem.RETURN_LINE_UNKNOWN.with("line", line));
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

    Optional<Long> refundOfPart(long partId) {
        return jdbc.sql("SELECT refund_id FROM refund_part WHERE id = ?")
                .param(partId)
                .query(Long.class)
                .optional();
    }

    private static @Nullable String name(@Nullable RefundWay way) {
        return way == null ? null : way.name();
    }

    private static ConcurrencyFailureException stale(long id) {
        return new ConcurrencyFailureException("refund " + id + " changed meanwhile");
    }
}
