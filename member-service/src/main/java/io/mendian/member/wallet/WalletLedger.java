package io.mendian.member.wallet;

import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.kernel.MemberKey;
import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.runtime.books.Quarantines;
import io.mendian.runtime.event.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members' stored value: guarded balances and two append-only ledgers, principal and bonus. Every method belongs to its
 * caller's transaction, and one cause posts once.
 */
@Component
public class WalletLedger {

    private final JdbcTemplate jdbc;
    private final AssetRulesQueries rules;
    private final Outbox outbox;
    private final Clock clock;
    private final String currency;
    private final Quarantines quarantines;

    WalletLedger(
            JdbcTemplate jdbc,
            AssetRulesQueries rules,
            Outbox outbox,
            Clock clock,
            @Value("${mendian.currency}") String currency,
            Quarantines quarantines) {
        this.quarantines = quarantines;
        this.jdbc = jdbc;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    private record Account(StoredValue balance, StoredValue held, boolean frozen) {

        StoredValue free() {
            return balance.minus(held);
        }
    }

    /** Locks the account, makes it when there is none, and gives what is neither spent nor held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredValue lockFree(MemberKey member) {
        return lock(member).free();
    }

    private Account lock(MemberKey member) {
        jdbc.update(
                "INSERT INTO wallet_account (member_key) VALUES (?) ON DUPLICATE KEY UPDATE member_key = member_key",
                member.value());
        return account(member);
    }

    /** Sets an amount aside, principal and bonus by the chain's rule; refused when there is too little. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredValue hold(MemberKey member, long amountMinor) {
        if (amountMinor == 0) {
            return StoredValue.NONE;
        }
        quarantines.refuse(WalletBooks.KIND, member, WalletProblem.STORED_VALUE_ON_HOLD);
        Account account = lock(member);
        StoredValue free = account.free();
        if (account.frozen()) {
            throw WalletProblem.STORED_VALUE_FROZEN.with();
        }
        if (free.totalMinor() < amountMinor) {
            throw WalletProblem.NOT_ENOUGH_STORED_VALUE.with("left", free.totalMinor());
        }
        StoredValue part = free.take(rules.current().spendingRule(), amountMinor);
        setAside(member, part);
        return part;
    }

    /** Sets these parts aside; throws when they are not free. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setAside(MemberKey member, StoredValue part) {
        if (part.isNothing()) {
            return;
        }
        one(
                jdbc.update(
                        """
                        UPDATE wallet_account
                        SET held_principal_minor = held_principal_minor + ?, held_bonus_minor = held_bonus_minor + ?
                        WHERE member_key = ? AND principal_minor - held_principal_minor >= ?
                            AND bonus_minor - held_bonus_minor >= ?
                        """,
                        part.principalMinor(),
                        part.bonusMinor(),
                        member.value(),
                        part.principalMinor(),
                        part.bonusMinor()),
                member);
    }

    /** Takes an amount that was not held by the spending rule, or nothing when there is too little. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredValue takeIfEnough(MemberKey member, long amountMinor, String causeType, String causeId) {
        if (amountMinor == 0) {
            return StoredValue.NONE;
        }
        Account account = lock(member);
        StoredValue free = account.free();
        if (free.totalMinor() < amountMinor || account.frozen()) {
            return StoredValue.NONE;
        }
        StoredValue part = free.take(rules.current().spendingRule(), amountMinor);
        post(member, part.negated(), causeType, causeId);
        return part;
    }

    /** Frees what was set aside. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void free(MemberKey member, StoredValue part) {
        if (part.isNothing()) {
            return;
        }
        one(
                jdbc.update(
                        """
                        UPDATE wallet_account
                        SET held_principal_minor = held_principal_minor - ?, held_bonus_minor = held_bonus_minor - ?
                        WHERE member_key = ? AND held_principal_minor >= ? AND held_bonus_minor >= ?
                        """,
                        part.principalMinor(),
                        part.bonusMinor(),
                        member.value(),
                        part.principalMinor(),
                        part.bonusMinor()),
                member);
    }

    /** Spends what was set aside. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void spendHeld(MemberKey member, StoredValue part, String causeType, String causeId) {
        free(member, part);
        post(member, part.negated(), causeType, causeId);
    }

    /** Moves stored value by hand; refuses to take what is not free, principal and bonus apart. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean adjust(MemberKey member, StoredValue delta, String adjustmentId) {
        quarantines.refuse(WalletBooks.KIND, member, WalletProblem.STORED_VALUE_ON_HOLD);
        StoredValue free = lock(member).free();
        if (free.principalMinor() + delta.principalMinor() < 0 || free.bonusMinor() + delta.bonusMinor() < 0) {
            return false;
        }
        post(member, delta, "ADJUSTMENT", adjustmentId);
        return true;
    }

    /** Adds to, or with negative parts takes from, what is free; throws when a balance would leave its range. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void post(MemberKey member, StoredValue delta, String causeType, String causeId) {
        if (delta.isNothing()) {
            return;
        }
        jdbc.update(
                "INSERT INTO wallet_account (member_key) VALUES (?) ON DUPLICATE KEY UPDATE member_key = member_key",
                member.value());
        one(
                jdbc.update(
                        """
                        UPDATE wallet_account
                        SET principal_minor = principal_minor + ?, bonus_minor = bonus_minor + ?
                        WHERE member_key = ? AND principal_minor - held_principal_minor + ? >= 0
                            AND bonus_minor - held_bonus_minor + ? >= 0
                        """,
                        delta.principalMinor(),
                        delta.bonusMinor(),
                        member.value(),
                        delta.principalMinor(),
                        delta.bonusMinor()),
                member);
        append(member, delta, account(member).balance(), causeType, causeId);
    }

    private void append(MemberKey member, StoredValue delta, StoredValue after, String causeType, String causeId) {
        Instant now = clock.instant();
        List<Object[]> rows = new ArrayList<>();
        if (delta.principalMinor() != 0) {
            rows.add(row(member, "PRINCIPAL", delta.principalMinor(), after.principalMinor(), causeType, causeId, now));
        }
        if (delta.bonusMinor() != 0) {
            rows.add(row(member, "BONUS", delta.bonusMinor(), after.bonusMinor(), causeType, causeId, now));
        }
        jdbc.batchUpdate("""
                INSERT INTO wallet_entry (member_key, kind, delta_minor, balance_after, cause_type, cause_id, posted_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """, rows);
        outbox.add(new StoredValueChanged(
                member,
                delta.principalMinor(),
                delta.bonusMinor(),
                after.principalMinor(),
                after.bonusMinor(),
                currency,
                causeType,
                causeId,
                now));
    }

    private static Object[] row(
            MemberKey member, String kind, long delta, long after, String causeType, String causeId, Instant now) {
        return new Object[] {member.value(), kind, delta, after, causeType, causeId, Timestamp.from(now)};
    }

    private Account account(MemberKey member) {
        return jdbc.query(
                        """
                        SELECT principal_minor, bonus_minor, held_principal_minor, held_bonus_minor, frozen_at IS NOT NULL
                        FROM wallet_account
                        WHERE member_key = ? FOR UPDATE
                        """,
                        (row, n) -> new Account(
                                new StoredValue(row.getLong(1), row.getLong(2)),
                                new StoredValue(row.getLong(3), row.getLong(4)),
                                row.getBoolean(5)),
                        member.value())
                .getFirst();
    }

    private static void one(int rows, MemberKey member) {
        if (rows != 1) {
            throw new IllegalStateException("the stored value of member " + member + " would leave its range");
        }
    }
}
