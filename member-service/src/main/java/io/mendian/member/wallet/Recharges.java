package io.mendian.member.wallet;

import io.mendian.kernel.MemberKey;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of credited recharges, one per order line. */
@Repository
class Recharges {

    private final JdbcTemplate jdbc;

    Recharges(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(MemberKey member, Recharge recharge, Instant now) {
        jdbc.update(
                """
                INSERT INTO recharge (order_id, line_id, member_key, paid_minor, principal_minor, bonus_minor, credited_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                recharge.orderId(),
                recharge.lineId(),
                member.value(),
                recharge.paidMinor(),
                recharge.given().principalMinor(),
                recharge.given().bonusMinor(),
                Timestamp.from(now));
    }

    Optional<Recharge> lock(long orderId, String lineId) {
        return jdbc
                .query(
                        "SELECT * FROM recharge WHERE order_id = ? AND line_id = ? FOR UPDATE",
                        (row, n) -> new Recharge(
                                row.getLong("order_id"),
                                row.getString("line_id"),
                                row.getLong("paid_minor"),
                                new StoredValue(row.getLong("principal_minor"), row.getLong("bonus_minor")),
                                row.getLong("refunded_minor"),
                                new StoredValue(row.getLong("principal_back_minor"), row.getLong("bonus_back_minor"))),
                        orderId,
                        lineId)
                .stream()
                .findFirst();
    }

    void refund(Recharge was, long amountMinor, StoredValue back) {
        int rows = jdbc.update(
                """
                UPDATE recharge SET refunded_minor = refunded_minor + ?,
                    principal_back_minor = principal_back_minor + ?, bonus_back_minor = bonus_back_minor + ?
                WHERE order_id = ? AND line_id = ? AND refunded_minor = ? AND refunded_minor + ? <= paid_minor
                """,
                amountMinor,
                back.principalMinor(),
                back.bonusMinor(),
                was.orderId(),
                was.lineId(),
                was.refundedMinor(),
                amountMinor);
        if (rows != 1) {
            throw new IllegalStateException(
                    "recharge " + was.orderId() + ":" + was.lineId() + " would be refunded beyond what was paid");
        }
    }
}
