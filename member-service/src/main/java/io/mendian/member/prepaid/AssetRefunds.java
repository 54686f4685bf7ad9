package io.mendian.member.prepaid;

import io.mendian.member.wallet.StoredValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of asset refunds; refund id and line are their key. */
@Repository
class AssetRefunds {

    private final JdbcTemplate jdbc;

    AssetRefunds(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Optional<AssetRefundRow> lock(String refundId, String lineId) {
        return jdbc
                .query(
                        "SELECT * FROM asset_refund WHERE refund_id = ? AND line_id = ? FOR UPDATE",
                        AssetRefunds::row,
                        refundId,
                        lineId)
                .stream()
                .findFirst();
    }

    List<AssetRefundRow> ofRefund(String refundId) {
        return jdbc.query(
                "SELECT * FROM asset_refund WHERE refund_id = ? ORDER BY line_id", AssetRefunds::row, refundId);
    }

    void add(AssetRefundRow refund, Instant now) {
        jdbc.update(
                """
                INSERT INTO asset_refund (refund_id, line_id, order_id, member_key, kind, cause, refund_minor,
                    principal_minor, bonus_minor, answer, status, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                refund.refundId(),
                refund.lineId(),
                refund.orderId(),
                refund.memberKey(),
                refund.kind(),
                refund.cause().name(),
                refund.refundMinor(),
                refund.left().principalMinor(),
                refund.left().bonusMinor(),
                refund.answer(),
                refund.status().name(),
                Timestamp.from(now));
    }

    /** False when it had ended before. */
    boolean end(AssetRefundRow refund, AssetRefundStatus next, Instant now) {
        if (!refund.status().mayBecome(next)) {
            throw new IllegalStateException(
                    "refund " + refund.refundId() + " may not go from " + refund.status() + " to " + next);
        }
        return jdbc.update("""
                        UPDATE asset_refund SET status = ?, ended_at = ?
                        WHERE refund_id = ? AND line_id = ? AND status = 'HELD'
                        """, next.name(), Timestamp.from(now), refund.refundId(), refund.lineId()) == 1;
    }

    private static AssetRefundRow row(ResultSet row, int n) throws SQLException {
        return new AssetRefundRow(
                row.getString("refund_id"),
                row.getLong("order_id"),
                row.getString("line_id"),
                row.getLong("member_key"),
                row.getString("kind"),
                RefundCause.valueOf(row.getString("cause")),
                row.getLong("refund_minor"),
                new StoredValue(row.getLong("principal_minor"), row.getLong("bonus_minor")),
                row.getString("answer"),
                AssetRefundStatus.valueOf(row.getString("status")));
    }
}
