package io.mendian.member.level;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Gives a member a level by hand, below which he does not fall; null takes the grant back. */
@UseCase
public class GrantLevel {

    private final LevelSessions sessions;
    private final Ladders ladders;
    private final LevelQueries queries;
    private final Outbox outbox;

    GrantLevel(LevelSessions sessions, Ladders ladders, LevelQueries queries, Outbox outbox) {
        this.sessions = sessions;
        this.ladders = ladders;
        this.queries = queries;
        this.outbox = outbox;
    }

    @Transactional
    public StandingView grant(MemberKey member, @Nullable String code) {
        if (code != null && ladders.current().find(code).isEmpty()) {
            throw LevelProblem.LEVEL_UNKNOWN.with("level", code);
        }
        LevelSession session = sessions.open(List.of(member.value()));
        session.grant(member, code, Long.toString(Ids.next()));
        outbox.addAll(session.save());
        return queries.standing(member);
    }
}
