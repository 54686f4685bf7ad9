package io.mendian.member.adjustment;

import io.mendian.kernel.MemberKey;
import io.mendian.member.wallet.StoredValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of adjustments of stored value. An adjustment is decided once, and never by whoever asked for it. */
@Repository
class WalletAdjustments {

    private final JdbcTemplate jdbc;

    WalletAdjustments(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(long id, MemberKey member, StoredValue delta, String reason, String by, Instant now) {
        jdbc.update(
                """
                INSERT INTO wallet_adjustment
                    (adjustment_id, member_key, principal_minor, bonus_minor, reason, status, requested_by, requested_at)
                VALUES (?, ?, ?, ?, ?, 'OPEN', ?, ?)
                """, id, member.value(), delta.principalMinor(), delta.bonusMinor(), reason, by, Timestamp.from(now));
    }

    Optional<WalletAdjustmentView> find(long id) {
        return jdbc
                .query("SELECT * FROM wallet_adjustment WHERE adjustment_id = ?", WalletAdjustments::view, id)
                .stream()
                .findFirst();
    }

    /** The row as it is now, whatever the transaction has read before. */
    Optional<WalletAdjustmentView> lock(long id) {
        return jdbc
                .query(
                        "SELECT * FROM wallet_adjustment WHERE adjustment_id = ? FOR UPDATE",
                        WalletAdjustments::view,
                        id)
                .stream()
                .findFirst();
    }

    /** False when it was decided before, or by the one who asked. */
    boolean decide(long id, String status, String by, @Nullable String reason, Instant now) {
        return jdbc.update("""
                        UPDATE wallet_adjustment SET status = ?, decided_by = ?, decided_at = ?, decision_reason = ?
                        WHERE adjustment_id = ? AND status = 'OPEN' AND requested_by <> ?
                        """, status, by, Timestamp.from(now), reason, id, by) == 1;
    }

    /** What adjustments moved of a member since then, whichever way; the wallet is locked, so nobody adds to it. */
    long movedSince(long member, Instant since) {
        Long moved = jdbc.queryForObject("""
                SELECT COALESCE(SUM(ABS(principal_minor) + ABS(bonus_minor)), 0) FROM wallet_adjustment
                WHERE member_key = ? AND status = 'APPLIED' AND decided_at > ? FOR UPDATE
                """, Long.class, member, Timestamp.from(since));
        return moved == null ? 0 : moved;
    }

    /** Newest first; every status when null. */
    List<WalletAdjustmentView> list(@Nullable String status, long before, int limit) {
        return jdbc.query("""
                SELECT * FROM wallet_adjustment WHERE (? IS NULL OR status = ?) AND adjustment_id < ?
                ORDER BY adjustment_id DESC LIMIT ?
                """, WalletAdjustments::view, status, status, before, limit);
    }

    private static WalletAdjustmentView view(ResultSet row, int n) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new WalletAdjustmentView(
                Long.toString(row.getLong("adjustment_id")),
                Long.toString(row.getLong("member_key")),
                row.getLong("principal_minor"),
                row.getLong("bonus_minor"),
                row.getString("reason"),
                row.getString("status"),
                row.getString("requested_by"),
                row.getTimestamp("requested_at").toInstant(),
                row.getString("decided_by"),
                decided == null ? null : decided.toInstant(),
                row.getString("decision_reason"));
    }
}
