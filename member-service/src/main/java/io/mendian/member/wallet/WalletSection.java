package io.mendian.member.wallet;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.FileSection;
import io.mendian.member.member.MemberHoldings;
import org.springframework.stereotype.Component;

/** Stored value in the customer file: the balances and the ten latest entries. */
@Component
class WalletSection implements FileSection, MemberHoldings {

    private final WalletQueries queries;

    WalletSection(WalletQueries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "storedValue";
    }

    @Override
    public Object of(MemberKey key) {
        return queries.statement(key, null, 10);
    }

    @Override
    public boolean holdsAnything(MemberKey key) {
        return !queries.statement(key, null, 1).entries().isEmpty();
    }
}
