package io.mendian.member.rechargegift;

import io.mendian.kernel.MemberKey;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.persistence.UseCase;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Credits instalments of bonus that are due, each once, at most {@code limit} a run, members in the order of their keys. */
@UseCase
public class CreditInstalments {

    private final WalletLedger wallet;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    CreditInstalments(WalletLedger wallet, JdbcTemplate jdbc, Clock clock) {
        this.wallet = wallet;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Due(long orderId, String lineId, int number, long memberKey, long bonusMinor) {}

    /** Gives how many it looked at. */
    @Transactional
    public int credit(int limit) {
        Instant now = clock.instant();
        List<Due> due = jdbc.query(
                """
                SELECT order_id, line_id, number, member_key, bonus_minor
                FROM (SELECT * FROM bonus_instalment WHERE status = 'PLANNED' AND due_at <= ? ORDER BY due_at LIMIT ?) d
                ORDER BY member_key, order_id, line_id, number
                """,
                (row, n) -> new Due(row.getLong(1), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5)),
                Timestamp.from(now),
                limit);
        due.forEach(one -> credit(one, now));
        return due.size();
    }

    private void credit(Due due, Instant now) {
        MemberKey member = MemberKey.of(due.memberKey());
        // the wallet first: a refund that pauses the rest of the instalments waits here, or was faster
        StoredValue ignored = wallet.lockFree(member);
        int rows = jdbc.update("""
                UPDATE bonus_instalment SET status = 'CREDITED', ended_at = ?
                WHERE order_id = ? AND line_id = ? AND number = ? AND status = 'PLANNED'
                """, Timestamp.from(now), due.orderId(), due.lineId(), due.number());
        if (rows == 1) {
            String cause = due.orderId() + ":" + due.lineId() + ":" + due.number();
            wallet.post(member, new StoredValue(0, due.bonusMinor()), "INSTALMENT", cause);
        }
    }
}
