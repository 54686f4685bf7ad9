package io.mendian.member.card;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.FileSection;
import io.mendian.member.member.MemberHoldings;
import org.springframework.stereotype.Component;

/** Cards in the customer file. */
@Component
class CardSection implements FileSection, MemberHoldings {

    private final CardQueries queries;

    CardSection(CardQueries queries) {
        this.queries = queries;
    }

    @Override
    public String name() {
        return "cards";
    }

    @Override
    public Object of(MemberKey key) {
        return queries.ofMember(key);
    }

    @Override
    public boolean holdsAnything(MemberKey key) {
        return !queries.ofMember(key).isEmpty();
    }
}
