package io.mendian.member.wallet;

import io.mendian.kernel.MemberKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of stored value and recharge packages. */
@Component
public class WalletQueries {

    private final JdbcClient jdbc;
    private final RechargeExtrasQueries extras;
    private final Clock clock;
    private final String currency;

    WalletQueries(
            JdbcClient jdbc, RechargeExtrasQueries extras, Clock clock, @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.extras = extras;
        this.clock = clock;
        this.currency = currency;
    }

    private record Account(StoredValue balance, long heldMinor, boolean frozen) {}

    /** A page of at most {@code limit} entries older than {@code cursor}. */
    public WalletStatement statement(MemberKey member, @Nullable Long cursor, int limit) {
        Account account = jdbc.sql("""
                        SELECT principal_minor, bonus_minor, held_principal_minor + held_bonus_minor, frozen_at IS NOT NULL
                        FROM wallet_account
                        WHERE member_key = ?
                        """)
                .params(member.value())
                .query((row, n) ->
                        new Account(new StoredValue(row.getLong(1), row.getLong(2)), row.getLong(3), row.getBoolean(4)))
                .optional()
                .orElse(new Account(StoredValue.NONE, 0, false));
        List<WalletStatement.Entry> entries = jdbc.sql("""
                        SELECT id, kind, delta_minor, balance_after, cause_type, cause_id, posted_at FROM wallet_entry
                        WHERE member_key = ? AND id < ? ORDER BY id DESC LIMIT ?
                        """)
                .params(member.value(), cursor == null ? Long.MAX_VALUE : cursor, limit)
                .query(WalletQueries::entry)
                .list();
        return new WalletStatement(
                account.balance.principalMinor(),
                account.balance.bonusMinor(),
                account.heldMinor,
                account.frozen,
                currency,
                entries,
                entries.size() < limit ? null : entries.getLast().id());
    }

    /** The member's stored value that no order holds. */
    public StoredValue free(MemberKey member) {
        return jdbc.sql("""
                        SELECT principal_minor - held_principal_minor, bonus_minor - held_bonus_minor FROM wallet_account
                        WHERE member_key = ?
                        """)
                .params(member.value())
                .query((row, n) -> new StoredValue(row.getLong(1), row.getLong(2)))
                .optional()
                .orElse(StoredValue.NONE);
    }

    /** The postings of a period, the oldest first, at most {@code limit}. */
    List<WalletStatement.Entry> entries(MemberKey member, Instant from, Instant until, int limit) {
        return jdbc.sql("""
                        SELECT id, kind, delta_minor, balance_after, cause_type, cause_id, posted_at FROM wallet_entry
                        WHERE member_key = ? AND posted_at >= ? AND posted_at < ? ORDER BY id LIMIT ?
                        """)
                .params(member.value(), Timestamp.from(from), Timestamp.from(until), limit)
                .query(WalletQueries::entry)
                .list();
    }

    private static WalletStatement.Entry entry(ResultSet row, int n) throws SQLException {
        return new WalletStatement.Entry(
                Long.toString(row.getLong(1)),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getTimestamp(7).toInstant());
    }

    /** Promised bonus of a recharge that was not credited yet. */
    public long outstandingInstalments(long orderId, String lineId) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(bonus_minor), 0) FROM bonus_instalment
                        WHERE order_id = ? AND line_id = ? AND status <> 'CREDITED'
                        """).params(orderId, lineId).query(Long.class).single();
    }

    /** All packages, or only those on offer; the smallest first, at most 200. */
    public List<RechargePackage> packages(boolean onlyActive) {
        return jdbc.sql("""
                        SELECT id, name, principal_minor, bonus_minor, active FROM recharge_package
                        WHERE active = TRUE OR ? = FALSE ORDER BY principal_minor, id LIMIT 200
                        """).params(onlyActive).query(this::read).list();
    }

    public RechargePackage rechargePackage(long id) {
        return jdbc.sql("SELECT id, name, principal_minor, bonus_minor, active FROM recharge_package WHERE id = ?")
                .params(id)
                .query(this::read)
                .optional()
                .orElseThrow(WalletProblem.RECHARGE_PACKAGE_UNKNOWN::with);
    }

    private RechargePackage read(ResultSet row, int n) throws SQLException {
        return new RechargePackage(
                Long.toString(row.getLong(1)),
                row.getString(2),
                row.getLong(3),
                row.getLong(4),
                row.getBoolean(5),
                extras.at(row.getString(1), clock.instant()));
    }
}
