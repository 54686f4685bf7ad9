package io.mendian.member.points;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.FileSection;
import io.mendian.member.member.MemberHoldings;
import org.springframework.stereotype.Component;

/** Points in the customer file: the balances and the ten latest entries. */
@Component
class PointsSection implements FileSection, MemberHoldings {

    private final PointsQueries queries;

    PointsSection(PointsQueries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "points";
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
