package io.mendian.member.history;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.FileSection;
import io.mendian.member.member.MemberHoldings;
import org.springframework.stereotype.Component;

/** The ten latest rows of the consumption record in the customer file. */
@Component
class HistorySection implements FileSection, MemberHoldings {

    private final HistoryQueries queries;

    HistorySection(HistoryQueries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "orders";
    }

    @Override
    public Object of(MemberKey key) {
        return queries.page(key, null, 10);
    }

    @Override
    public boolean holdsAnything(MemberKey key) {
        return !queries.page(key, null, 1).entries().isEmpty();
    }
}
