package io.mendian.order.reconcile;

import io.mendian.kernel.StaffId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.problem.CommonProblem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of bills, their lines, and the differences found. */
@Repository
class Bills {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Bills(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** One run at a time for a day: the row is locked until the transaction ends. */
    void begin(LocalDate date, Instant now) {
        int ignored = jdbc.sql("""
                        INSERT INTO channel_bill (bill_date, status, payments, paid_minor, refunds, refunded_minor, fee_milli,
                            runs, checked_at)
                        VALUES (?, 'FAILED', 0, 0, 0, 0, 0, 1, ?)
                        ON DUPLICATE KEY UPDATE runs = runs + 1, checked_at = VALUES(checked_at)
                        """).params(date, Timestamp.from(now)).update();
    }

    void failed(LocalDate date, String failure) {
        int ignored = jdbc.sql("UPDATE channel_bill SET failure = ? WHERE bill_date = ? AND status = 'FAILED'")
                .params(failure.substring(0, Math.min(300, failure.length())), date)
                .update();
    }

    /** Replaces the lines of a day. */
    void lines(LocalDate date, List<BillLine> lines) {
        int ignored = jdbc.sql("DELETE FROM channel_bill_line WHERE bill_date = ?")
                .param(date)
                .update();
        batches.batchUpdate(
                """
                INSERT INTO channel_bill_line (kind, number, bill_date, provider_id, amount_minor, state, fee_milli, traded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON DUPLICATE KEY UPDATE bill_date = VALUES(bill_date), provider_id = VALUES(provider_id),
                    amount_minor = VALUES(amount_minor), state = VALUES(state), fee_milli = VALUES(fee_milli),
                    traded_at = VALUES(traded_at)
                """,
                lines.stream()
                        .map(line -> new Object[] {
                            line.kind().name(),
                            line.number(),
                            date,
                            line.providerId(),
                            line.amountMinor(),
                            line.state(),
                            line.feeMilli(),
                            Timestamp.from(line.tradedAt())
                        })
                        .toList());
    }

    void done(LocalDate date, @Nullable String sha1) {
        Guard.one(
                jdbc.sql("""
                        UPDATE channel_bill b SET status = :status, sha1 = :sha1, failure = NULL,
                            payments = (SELECT COUNT(*) FROM channel_bill_line l WHERE l.bill_date = :date AND l.kind = 'PAYMENT'),
                            paid_minor = (SELECT COALESCE(SUM(l.amount_minor), 0) FROM channel_bill_line l
                                          WHERE l.bill_date = :date AND l.kind = 'PAYMENT' AND l.state <> 'REVOKED'),
                            refunds = (SELECT COUNT(*) FROM channel_bill_line l WHERE l.bill_date = :date AND l.kind = 'REFUND'),
                            refunded_minor = (SELECT COALESCE(SUM(l.amount_minor), 0) FROM channel_bill_line l
                                              WHERE l.bill_date = :date AND l.kind = 'REFUND'),
                            fee_milli = (SELECT COALESCE(SUM(l.fee_milli), 0) FROM channel_bill_line l WHERE l.bill_date = :date)
                        WHERE b.bill_date = :date
                        """)
                        .param("status", sha1 == null ? "EMPTY" : "DONE")
                        .param("sha1", sha1)
                        .param("date", date)
                        .update(),
                CommonProblem.NOT_FOUND::with);
    }

    Optional<ChannelBill> find(LocalDate date) {
        return select("WHERE b.bill_date = ?", date).stream().findFirst();
    }

    List<ChannelBill> page(LocalDate before, int limit) {
        return select("WHERE b.bill_date < ? ORDER BY b.bill_date DESC LIMIT " + limit, before);
    }

    private List<ChannelBill> select(String where, LocalDate date) {
        return jdbc.sql("""
                        SELECT b.*, (SELECT COUNT(*) FROM channel_difference d
                                     WHERE d.bill_date = b.bill_date AND d.status = 'OPEN') AS open_differences
                        FROM channel_bill b
                        """ + where).param(date).query(Bills::bill).list();
    }

    private static ChannelBill bill(ResultSet row, int n) throws SQLException {
        return new ChannelBill(
                row.getObject("bill_date", LocalDate.class),
                row.getString("status"),
                row.getLong("payments"),
                row.getLong("paid_minor"),
                row.getLong("refunds"),
                row.getLong("refunded_minor"),
                Math.floorDiv(row.getLong("fee_milli") + 500, 1000L),
                row.getLong("open_differences"),
                row.getInt("runs"),
                row.getString("failure"),
                row.getTimestamp("checked_at").toInstant());
    }

    /** Newest first. */
    List<Difference> differences(Difference.@Nullable Status status, @Nullable Long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM channel_difference
                        WHERE (:status IS NULL OR status = :status) AND (:before IS NULL OR id < :before)
                        ORDER BY id DESC LIMIT :limit
                        """)
                .param("status", status == null ? null : status.name())
                .param("before", before)
                .param("limit", limit)
                .query(Bills::difference)
                .list();
    }

    Optional<Difference> difference(long id) {
        return jdbc.sql("SELECT * FROM channel_difference WHERE id = ?")
                .param(id)
                .query(Bills::difference)
                .optional();
    }

    void resolve(Difference difference, String note, StaffId by, Instant now) {
        Guard.one(
                jdbc.sql("""
                        UPDATE channel_difference SET status = 'RESOLVED', note = ?, resolved_by = ?, resolved_at = ?
                        WHERE id = ? AND status = 'OPEN'
                        """)
                        .params(note, by.value(), Timestamp.from(now), difference.id())
                        .update(),
                () -> ReconcileProblem.DIFFERENCE_CLOSED.with("status", difference.status()));
    }

    private static Difference difference(ResultSet row, int n) throws SQLException {
        Long by = row.getObject("resolved_by", Long.class);
        Timestamp at = row.getTimestamp("resolved_at");
        return new Difference(
                Long.toString(row.getLong("id")),
                row.getObject("bill_date", LocalDate.class),
                row.getString("kind"),
                row.getString("number"),
                Difference.What.valueOf(row.getString("what")),
                row.getObject("ours_minor", Long.class),
                row.getObject("theirs_minor", Long.class),
                row.getString("ours_state"),
                row.getString("theirs_state"),
                Difference.Status.valueOf(row.getString("status")),
                row.getString("note"),
                by == null ? null : StaffId.of(by),
                at == null ? null : at.toInstant(),
                row.getTimestamp("found_at").toInstant());
    }
}
