package io.mendian.member.adjustment;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.member.points.PointsRules;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Approves or rejects an adjustment, once, by another person than the one who asked; approved it moves the points. */
@UseCase
public class DecideAdjustment {

    private final Adjustments adjustments;
    private final PointsSessions sessions;
    private final PointsRules rules;
    private final Outbox outbox;
    private final Clock clock;
    private final AuditTrail audit;

    DecideAdjustment(
            Adjustments adjustments,
            PointsSessions sessions,
            PointsRules rules,
            Outbox outbox,
            Clock clock,
            AuditTrail audit) {
        this.adjustments = adjustments;
        this.sessions = sessions;
        this.rules = rules;
        this.outbox = outbox;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public AdjustmentView decide(long id, boolean approve, @Nullable String reason, Caller caller, Origin origin) {
        AdjustmentView asked = adjustments.find(id).orElseThrow();
        MemberKey member = MemberKey.parse(asked.memberKey());
        PointsSession session = sessions.open(List.of(member.value()));
        String status = approve ? "APPLIED" : "REJECTED";
        if (!adjustments.decide(id, status, caller.subject(), reason, clock.instant())) {
            throw refusal(id, caller);
        }
        if (approve && asked.points() > 0) {
            session.award(member, asked.points(), "ADJUSTMENT", Long.toString(id), rules.current());
        } else if (approve) {
            session.take(member, -asked.points(), "ADJUSTMENT", Long.toString(id));
        }
        outbox.addAll(session.save());
        Map<String, String> facts = Map.of("points", Long.toString(asked.points()), "status", status);
        audit.add(AuditEntry.of(caller, origin, "POINTS_ADJUSTMENT_DECIDED", "points-adjustment:" + id, facts));
        return adjustments.find(id).orElseThrow();
    }

    private ProblemException refusal(long id, Caller caller) {
        AdjustmentView now = adjustments.find(id).orElseThrow();
        return now.status().equals("OPEN") && now.requestedBy().equals(caller.subject())
                ? AdjustmentProblem.SECOND_PERSON_NEEDED.with()
                : AdjustmentProblem.ADJUSTMENT_DECIDED.with("status", now.status());
    }
}
