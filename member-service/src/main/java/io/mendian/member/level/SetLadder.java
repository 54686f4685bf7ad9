package io.mendian.member.level;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sets the ladder of levels. Members are moved to it when they next buy or return something, at the latest by {@link
 * ReviewLevels}. The same ladder again changes nothing.
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
    public List<Level> set(List<Level> levels, Caller caller, Origin origin) {
        Ladder current = ladders.current();
        Ladder next = Ladder.checked(current.version() + 1, levels);
        if (!next.levels().equals(current.levels())) {
            ladders.add(next, caller.subject(), clock.instant());
            Map<String, String> facts = Map.of("levels", next.levels().toString());
            audit.add(AuditEntry.of(caller, origin, "LEVELS_SET", "ladder:" + next.version(), facts));
        }
        return next.levels();
    }
}
