package io.mendian.member.points;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** Sets the points rule for orders paid from now on. The same rule again changes nothing. */
@UseCase
public class SetPointsRule {

    private final PointsRules rules;
    private final Clock clock;

    SetPointsRule(PointsRules rules, Clock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    @Transactional
    public PointsRule set(PointsRule wanted, String setBy) {
        PointsRule current = rules.current();
        if (wanted.asVersion(current.version()).equals(current)) {
            return current;
        }
        PointsRule next = wanted.asVersion(current.version() + 1);
        rules.add(next, setBy, clock.instant());
        return next;
    }
}
