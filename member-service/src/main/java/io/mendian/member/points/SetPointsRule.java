package io.mendian.member.points;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Sets the points rule for orders paid from now on. The same rule again changes nothing. */
@UseCase
public class SetPointsRule {

    private final PointsRules rules;
    private final Clock clock;
    private final AuditTrail audit;

    SetPointsRule(PointsRules rules, Clock clock, AuditTrail audit) {
        this.rules = rules;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public PointsRule set(PointsRule wanted, Caller caller, Origin origin) {
        RuleCheck.check(wanted);
        PointsRule current = rules.current();
        if (wanted.asVersion(current.version()).equals(current)) {
            return current;
        }
        PointsRule next = wanted.asVersion(current.version() + 1);
        rules.add(next, caller.subject(), clock.instant());
        Map<String, String> facts = Map.of("rule", next.toString());
        audit.add(AuditEntry.of(caller, origin, "POINTS_RULE_SET", "points-rule:" + next.version(), facts));
        return next;
    }
}
