package io.mendian.order.reconcile;

import io.mendian.runtime.persistence.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what a day's bill and our books say differently. The lines are matched by their numbers, whatever day we learned of
 * the money: what is ours and stands in no bill is missing there. What a later run no longer finds is GONE; what a person
 * has resolved stays resolved.
 */
@Component
class Comparison {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** A payment the provider has: unknown here, over another amount, or not booked (a revoked one: booked). */
    private static final String PAYMENTS = """
            SELECT l.kind, l.number, CASE WHEN p.id IS NULL THEN 'MISSING_HERE'
                       WHEN p.amount_minor <> l.amount_minor THEN 'AMOUNT_DIFFERS' ELSE 'STATE_DIFFERS' END AS what,
                   p.amount_minor AS ours_minor, l.amount_minor AS theirs_minor, p.status AS ours_state, l.state AS theirs_state
            FROM channel_bill_line l LEFT JOIN wechat_payment p ON p.out_trade_no = l.number
            WHERE l.bill_date = :date AND l.kind = 'PAYMENT'
              AND (p.id IS NULL OR p.amount_minor <> l.amount_minor
                   OR (l.state <> 'REVOKED') <> (p.status IN ('CAPTURED', 'SURPLUS')))
            """;

    /** A refund the provider has: unknown here, over another amount, or with another end. */
    private static final String REFUNDS = """
            SELECT l.kind, l.number, CASE WHEN p.id IS NULL THEN 'MISSING_HERE'
                       WHEN p.amount_minor <> l.amount_minor THEN 'AMOUNT_DIFFERS' ELSE 'STATE_DIFFERS' END AS what,
                   p.amount_minor AS ours_minor, l.amount_minor AS theirs_minor, p.status AS ours_state, l.state AS theirs_state
            FROM channel_bill_line l
            LEFT JOIN refund_part p ON p.id = CASE WHEN l.number REGEXP '^R[0-9]{1,19}$'
                                                   THEN CAST(SUBSTRING(l.number, 2) AS SIGNED) ELSE -1 END
            WHERE l.bill_date = :date AND l.kind = 'REFUND'
              AND (p.id IS NULL OR p.amount_minor <> l.amount_minor
                   OR (l.state = 'SUCCESS' AND (p.status <> 'DONE' OR p.way IS NOT NULL))
                   OR (l.state IN ('CLOSED', 'ABNORMAL', 'CHANGE') AND p.status = 'DONE' AND p.way IS NULL))
            """;

    /** Ours that stand in no bill: payments and refunds whose money moved on this day, as we learned it. */
    private static final String MISSING_THERE = """
            SELECT 'PAYMENT' AS kind, p.out_trade_no AS number, 'MISSING_THERE' AS what, p.amount_minor AS ours_minor,
                   NULL AS theirs_minor, p.status AS ours_state, NULL AS theirs_state
            FROM wechat_payment p
            WHERE p.paid_at >= :from AND p.paid_at < :until AND p.status IN ('CAPTURED', 'SURPLUS')
              AND NOT EXISTS (SELECT 1 FROM channel_bill_line l WHERE l.kind = 'PAYMENT' AND l.number = p.out_trade_no)
            UNION ALL
            SELECT 'REFUND', CONCAT('R', r.id), 'MISSING_THERE', r.amount_minor, NULL, r.status, NULL
            FROM refund_part r
            WHERE r.kind = 'WECHAT_PAY' AND r.way IS NULL AND r.status = 'DONE' AND r.done_at >= :from AND r.done_at < :until
              AND NOT EXISTS (SELECT 1 FROM channel_bill_line l WHERE l.kind = 'REFUND' AND l.number = CONCAT('R', r.id))
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Comparison(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Found(
            String kind,
            String number,
            String what,
            @Nullable Long ours,
            @Nullable Long theirs,
            @Nullable String oursState,
            @Nullable String theirsState) {}

    void compare(LocalDate date, Instant now) {
        List<Found> found = jdbc.sql(PAYMENTS + " UNION ALL " + REFUNDS + " UNION ALL " + MISSING_THERE)
                .param("date", date)
                .param("from", Timestamp.from(date.atStartOfDay(CHINA).toInstant()))
                .param(
                        "until",
                        Timestamp.from(date.plusDays(1).atStartOfDay(CHINA).toInstant()))
                .query((row, n) -> new Found(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, Long.class),
                        row.getObject(5, Long.class),
                        row.getString(6),
                        row.getString(7)))
                .list();
        // what this run does not find again is settled; so is what has come up in another day's bill meanwhile
        int ignored = jdbc.sql("""
                        UPDATE channel_difference d SET status = 'GONE'
                        WHERE status = 'OPEN' AND (bill_date = ? OR (what = 'MISSING_THERE' AND EXISTS (
                            SELECT 1 FROM channel_bill_line l WHERE l.kind = d.kind AND l.number = d.number)))
                        """).param(date).update();
        batches.batchUpdate(
                """
                INSERT INTO channel_difference (id, bill_date, kind, number, what, ours_minor, theirs_minor, ours_state,
                    theirs_state, status, found_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?)
                ON DUPLICATE KEY UPDATE status = CASE WHEN status = 'GONE' THEN 'OPEN' ELSE status END,
                    ours_minor = VALUES(ours_minor), theirs_minor = VALUES(theirs_minor),
                    ours_state = VALUES(ours_state), theirs_state = VALUES(theirs_state)
                """,
                found.stream()
                        .map(one -> new @Nullable Object[] {
                            Ids.next(),
                            date,
                            one.kind,
                            one.number,
                            one.what,
                            one.ours,
                            one.theirs,
                            one.oursState,
                            one.theirsState,
                            Timestamp.from(now)
                        })
                        .toList());
    }

    /** The first day on which something was paid by the provider, if ever. */
    @Nullable
    LocalDate firstDay() {
        return jdbc.sql("SELECT MIN(created_at) FROM wechat_payment")
                .query((row, n) -> java.util.Optional.ofNullable(row.getTimestamp(1))
                        .map(at -> at.toInstant().atZone(CHINA).toLocalDate()))
                .single()
                .orElse(null);
    }
}
