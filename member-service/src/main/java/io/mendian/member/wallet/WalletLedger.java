package io.mendian.member.wallet;

import io.mendian.kernel.MemberKey;
import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.runtime.books.Quarantines;
import io.mendian.runtime.event.Outbox;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
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
    private final WalletTables tables;
    private final AssetRulesQueries rules;
    private final Outbox outbox;
    private final Clock clock;
    private final String currency;
    private final Quarantines quarantines;

    WalletLedger(
            JdbcTemplate jdbc,
            WalletTables tables,
            AssetRulesQueries rules,
            Outbox outbox,
            Clock clock,
            @Value("${mendian.currency}") String currency,
            Quarantines quarantines) {
        this.quarantines = quarantines;
        this.jdbc = jdbc;
        this.tables = tables;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
        this.currency = currency;
    }

    /** For many postings in this transaction: locks the accounts that are sure to be needed, others when they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WalletSession open(Collection<MemberKey> members) {
        return new WalletSession(tables, rules, currency, members, clock.instant());
    }

    /** Locks the account, makes it when there is none, and gives what is neither spent nor held. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredValue lockFree(MemberKey member) {
        return lock(member).free();
    }

    private WalletAccount lock(MemberKey member) {
        return Objects.requireNonNull(tables.lock(List.of(member.value())).get(member.value()));
    }

    /** Sets an amount aside, principal and bonus by the chain's rule; refused when there is too little. */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredValue hold(MemberKey member, long amountMinor) {
        if (amountMinor == 0) {
            return StoredValue.NONE;
        }
        quarantines.refuse(WalletBooks.KIND, member, WalletProblem.STORED_VALUE_ON_HOLD);
        WalletAccount account = lock(member);
        StoredValue free = account.free();
        if (account.isFrozen()) {
            throw WalletProblem.STORED_VALUE_FROZEN.with();
        }
        if (free.totalMinor() < amountMinor) {
            throw WalletProblem.NOT_ENOUGH_STORED_VALUE.with("leftMinor", free.totalMinor());
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
        if (!part.isNothing()) {
            WalletSession session = open(List.of(member));
            session.spendHeld(member, part, causeType, causeId);
            outbox.addAll(session.save());
        }
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
        if (!delta.isNothing()) {
            WalletSession session = open(List.of(member));
            session.post(member, delta, causeType, causeId);
            outbox.addAll(session.save());
        }
    }

    private static void one(int rows, MemberKey member) {
        if (rows != 1) {
            throw new IllegalStateException("the stored value of member " + member + " would leave its range");
        }
    }
}
