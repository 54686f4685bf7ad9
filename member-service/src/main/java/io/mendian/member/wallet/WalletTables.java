package io.mendian.member.wallet;

import io.mendian.runtime.persistence.BulkInsert;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The balances and ledgers of stored value, as rows; many with a handful of statements. */
@Component
class WalletTables {

    private final JdbcTemplate jdbc;

    WalletTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Something that changes both ledgers of an account, at most once each. */
    record Posting(long memberKey, StoredValue delta, StoredValue after, String causeType, String causeId) {}

    /** Locks accounts in the order of their keys and makes those that there are not. */
    Map<Long, WalletAccount> lock(Collection<Long> memberKeys) {
        TreeSet<Long> keys = new TreeSet<>(memberKeys);
        Map<Long, WalletAccount> accounts = locked(keys);
        keys.removeAll(accounts.keySet());
        if (!keys.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO wallet_account (member_key) VALUES (?) ON DUPLICATE KEY UPDATE member_key = member_key",
                    keys.stream().map(key -> new Object[] {key}).toList());
            accounts.putAll(locked(keys));
        }
        return accounts;
    }

    private Map<Long, WalletAccount> locked(TreeSet<Long> keys) {
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        Map<Long, WalletAccount> accounts = new TreeMap<>();
        jdbc.query(
                """
                SELECT member_key, principal_minor, bonus_minor, held_principal_minor, held_bonus_minor, frozen_at IS NOT NULL
                FROM wallet_account
                """ + "WHERE member_key IN (" + marks + ") ORDER BY member_key FOR UPDATE",
                row -> {
                    accounts.put(
                            row.getLong(1),
                            new WalletAccount(
                                    row.getLong(1),
                                    new StoredValue(row.getLong(2), row.getLong(3)),
                                    new StoredValue(row.getLong(4), row.getLong(5)),
                                    row.getBoolean(6)));
                },
                keys.toArray());
        return accounts;
    }

    /** Moves the balances; throws, and rolls everything back, when one would leave its range. */
    void move(List<WalletAccount> changed) {
        int[] counts = jdbc.batchUpdate(
                """
                UPDATE wallet_account
                SET principal_minor = principal_minor + ?, bonus_minor = bonus_minor + ?,
                    held_principal_minor = held_principal_minor + ?, held_bonus_minor = held_bonus_minor + ?
                WHERE member_key = ? AND principal_minor + ? >= held_principal_minor + ?
                    AND bonus_minor + ? >= held_bonus_minor + ?
                    AND held_principal_minor + ? >= 0 AND held_bonus_minor + ? >= 0
                """, changed.stream().map(WalletAccount::change).toList());
        for (int count : counts) {
            if (count != 1) {
                throw new IllegalStateException("a member's stored value would leave its range");
            }
        }
    }

    void append(List<Posting> postings, Instant now) {
        BulkInsert insert = new BulkInsert(
                "wallet_entry (member_key, kind, delta_minor, balance_after, cause_type, cause_id, posted_at)",
                2 * postings.size());
        for (Posting posting : postings) {
            StoredValue delta = posting.delta;
            StoredValue after = posting.after;
            if (delta.principalMinor() != 0) {
                add(insert, posting, "PRINCIPAL", delta.principalMinor(), after.principalMinor(), now);
            }
            if (delta.bonusMinor() != 0) {
                add(insert, posting, "BONUS", delta.bonusMinor(), after.bonusMinor(), now);
            }
        }
        insert.send(jdbc);
    }

    private static void add(BulkInsert insert, Posting posting, String kind, long delta, long after, Instant now) {
        insert.row()
                .with(posting.memberKey)
                .with(kind)
                .with(delta)
                .with(after)
                .with(posting.causeType)
                .with(posting.causeId)
                .with(now);
    }
}
