package io.mendian.member.level;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Gives a member a level by hand, below which he does not fall; null takes the grant back. */
@UseCase
public class GrantLevel {

    private final LevelSessions sessions;
    private final Ladders ladders;
    private final LevelQueries queries;
    private final Outbox outbox;
    private final AuditTrail audit;

    GrantLevel(LevelSessions sessions, Ladders ladders, LevelQueries queries, Outbox outbox, AuditTrail audit) {
        this.sessions = sessions;
        this.ladders = ladders;
        this.queries = queries;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    public StandingView grant(MemberKey member, @Nullable String code, Caller caller, Origin origin) {
        if (code != null && ladders.current().find(code).isEmpty()) {
            throw LevelProblem.LEVEL_UNKNOWN.with("level", code);
        }
        LevelSession session = sessions.open(List.of(member.value()));
        session.grant(member, code, Long.toString(Ids.next()));
        outbox.addAll(session.save());
        Map<String, String> facts = Map.of("level", code == null ? "-" : code);
        audit.add(AuditEntry.of(caller, origin, "LEVEL_GRANTED", "member:" + member, facts));
        return queries.standing(member);
    }
}
