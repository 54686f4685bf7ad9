package io.mendian.member.points;

import io.mendian.runtime.persistence.UtcTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Accounts and their append-only entries: a balance is the guarded cache of its entries' sum. */
@Repository
class PointsLedger {

    private final JdbcTemplate jdbc;

    PointsLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the accounts of members in the order of their keys; makes those that do not exist yet. */
    Map<Long, PointsAccount> lock(Collection<Long> memberKeys) {
        TreeSet<Long> keys = new TreeSet<>(memberKeys);
        Map<Long, PointsAccount> accounts = locked(keys);
        keys.removeAll(accounts.keySet());
        if (!keys.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO points_account (member_key) VALUES (?) ON DUPLICATE KEY UPDATE member_key = member_key",
                    keys.stream().map(key -> new Object[] {key}).toList());
            accounts.putAll(locked(keys));
        }
        return accounts;
    }

    private Map<Long, PointsAccount> locked(TreeSet<Long> keys) {
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        Map<Long, PointsAccount> accounts = new TreeMap<>();
        jdbc.query(
                "SELECT member_key, balance, held, debt FROM points_account WHERE member_key IN (" + marks
                        + ") ORDER BY member_key FOR UPDATE",
                row -> {
                    accounts.put(
                            row.getLong(1),
                            new PointsAccount(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
                },
                keys.toArray());
        return accounts;
    }

    /** Moves the balances; throws, and rolls everything back, when one would leave its range. */
    void move(List<PointsAccount> changed) {
        int[] counts = jdbc.batchUpdate(
                """
                        UPDATE points_account SET balance = balance + ?, held = held + ?, debt = debt + ?
                        WHERE member_key = ? AND balance + ? >= held + ? AND held + ? >= 0 AND debt + ? >= 0
                        """, changed.stream().map(PointsAccount::change).toList());
        for (int count : counts) {
            if (count != 1) {
                throw new IllegalStateException("a points balance would leave its range");
            }
        }
    }

    void append(List<PointsPosting> postings, Instant now) {
        jdbc.batchUpdate(
                """
                INSERT INTO points_entry (member_key, delta, balance_after, cause_type, cause_id, posted_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                postings.stream()
                        .map(posting -> new Object[] {
                            posting.memberKey(),
                            posting.delta(),
                            posting.balanceAfter(),
                            posting.causeType(),
                            posting.causeId(),
                            UtcTime.of(now)
                        })
                        .toList());
    }

    /** Whether this cause has been posted; the account is locked, so the answer holds until the transaction ends. */
    boolean isPosted(long memberKey, String causeType, String causeId) {
        return !jdbc.queryForList("""
                        SELECT id FROM points_entry WHERE member_key = ? AND cause_type = ? AND cause_id = ? FOR UPDATE
                        """, Long.class, memberKey, causeType, causeId)
                .isEmpty();
    }

    void addDebt(long memberKey, String causeId, long points, Instant now) {
        jdbc.update(
                "INSERT INTO points_debt (member_key, cause_id, points, left_points, made_at) VALUES (?, ?, ?, ?, ?)",
                memberKey,
                causeId,
                points,
                points,
                UtcTime.of(now));
    }

    private record Debt(long id, long left) {}

    /** Pays a member's debts, the oldest first. */
    void payDebts(long memberKey, long points) {
        long left = points;
        List<Debt> debts = jdbc.query(
                "SELECT id, left_points FROM points_debt WHERE member_key = ? AND left_points > 0 ORDER BY id FOR UPDATE",
                (row, n) -> new Debt(row.getLong(1), row.getLong(2)),
                memberKey);
        for (Debt debt : debts) {
            long paid = Math.min(left, debt.left());
            if (paid > 0
                    && jdbc.update(
                                    "UPDATE points_debt SET left_points = left_points - ? WHERE id = ? AND left_points >= ?",
                                    paid,
                                    debt.id(),
                                    paid)
                            != 1) {
                throw new IllegalStateException("a points debt was paid by somebody else");
            }
            left -= paid;
        }
        if (left != 0) {
            throw new IllegalStateException("member " + memberKey + " owes fewer points than his account says");
        }
    }
}
