package io.mendian.member.level;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the ladder of levels. Members are moved to it when they next buy or return something, at the latest by {@link
 * ReviewLevels}. Terms left out stay as they are; the same ladder
 * again changes nothing.
 */
@UseCase
public class SetLadder {

    private final Ladders ladders;
    private final Clock clock;
    private final AuditTrail audit;

    SetLadder(Ladders ladders, Clock clock, AuditTrail audit) {
        this.ladders = ladders;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public List<Level> set(@Nullable LadderTerms terms, List<Level> levels, Caller caller, Origin origin) {
        Ladder current = ladders.current();
        Ladder next = Ladder.checked(current.version() + 1, terms == null ? current.terms() : terms, levels);
        if (!next.levels().equals(current.levels()) || !next.terms().equals(current.terms())) {
            ladders.add(next, caller.subject(), clock.instant());
            Map<String, String> facts = Map.of(
                    "levels", next.levels().toString(), "terms", next.terms().toString());
            audit.add(AuditEntry.of(caller, origin, "LEVELS_SET", "ladder:" + next.version(), facts));
        }
        return next.levels();
    }
}
