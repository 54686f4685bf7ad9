package io.mendian.member.level;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.FileSection;
import io.mendian.member.member.MemberHoldings;
import org.springframework.stereotype.Component;

/** The level in the customer file; a level granted by hand is something a member holds. */
@Component
class LevelSection implements FileSection, MemberHoldings {

    private final LevelQueries queries;
    private final Standings standings;

    LevelSection(LevelQueries queries, Standings standings) {
        this.queries = queries;
        this.standings = standings;
    }

    @Override
    public String name() {
        return "level";
    }

    @Override
    public Object of(MemberKey key) {
        return queries.standing(key);
    }

    @Override
    public boolean holdsAnything(MemberKey key) {
        return standings
                .find(key.value())
                .filter(standing ->
                        standing.grantedCode() != null || !standing.progress().equals(Progress.NONE))
                .isPresent();
    }
}
