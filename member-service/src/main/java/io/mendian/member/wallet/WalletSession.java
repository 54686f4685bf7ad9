package io.mendian.member.wallet;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.kernel.MemberKey;
import io.mendian.member.assetrules.AssetRulesQueries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The stored value of some members inside one transaction: accounts are locked when they are first needed, each posting is
 * judged against what the ones before it left, and {@link #save} moves each balance once and appends all entries together.
 * Until then nobody else in the transaction may touch these accounts.
 */
public final class WalletSession {

    private final WalletTables tables;
    private final AssetRulesQueries rules;
    private final String currency;
    private final Instant now;
    private final Map<Long, WalletAccount> accounts;
    private final List<WalletTables.Posting> postings = new ArrayList<>();

    WalletSession(
            WalletTables tables, AssetRulesQueries rules, String currency, Collection<MemberKey> members, Instant now) {
        this.tables = tables;
        this.rules = rules;
        this.currency = currency;
        this.now = now;
        this.accounts = members.isEmpty()
                ? new TreeMap<>()
                : tables.lock(members.stream().map(MemberKey::value).toList());
    }

    private WalletAccount account(MemberKey member) {
        return accounts.computeIfAbsent(
                member.value(),
                key -> Objects.requireNonNull(tables.lock(List.of(key)).get(key)));
    }

    /** Neither spent nor held. */
    public StoredValue free(MemberKey member) {
        return account(member).free();
    }

    /** Adds to, or with negative parts takes from, what is free; throws when a balance would leave its range. */
    public void post(MemberKey member, StoredValue delta, String causeType, String causeId) {
        if (!delta.isNothing()) {
            WalletAccount account = account(member);
            account.post(delta);
            postings.add(new WalletTables.Posting(member.value(), delta, account.balance(), causeType, causeId));
        }
    }

    /** Spends what was set aside. */
    public void spendHeld(MemberKey member, StoredValue part, String causeType, String causeId) {
        if (!part.isNothing()) {
            account(member).freeHeld(part);
            post(member, part.negated(), causeType, causeId);
        }
    }

    /** Takes an amount that was not held by the spending rule, or nothing when there is too little. */
    public StoredValue takeIfEnough(MemberKey member, long amountMinor, String causeType, String causeId) {
        if (amountMinor == 0) {
            return StoredValue.NONE;
        }
        WalletAccount account = account(member);
        if (account.free().totalMinor() < amountMinor || account.isFrozen()) {
            return StoredValue.NONE;
        }
        StoredValue part = account.free().take(rules.current().spendingRule(), amountMinor);
        post(member, part.negated(), causeType, causeId);
        return part;
    }

    /** Writes everything; gives the events to be told. One cause posts once, or all of this is undone. */
    public List<DomainEvent> save() {
        if (postings.isEmpty()) {
            return List.of();
        }
        tables.move(accounts.values().stream().filter(WalletAccount::isChanged).toList());
        tables.append(postings, now);
        List<DomainEvent> events = new ArrayList<>();
        for (WalletTables.Posting posting : postings) {
            events.add(new StoredValueChanged(
                    MemberKey.of(posting.memberKey()),
                    posting.delta().principalMinor(),
                    posting.delta().bonusMinor(),
                    posting.after().principalMinor(),
                    posting.after().bonusMinor(),
                    currency,
                    posting.causeType(),
                    posting.causeId(),
                    now));
        }
        postings.clear();
        return events;
    }
}
