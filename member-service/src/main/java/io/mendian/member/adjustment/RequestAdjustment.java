package io.mendian.member.adjustment;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Asks for points to be given or taken. Nothing moves until somebody else approves. */
@UseCase
public class RequestAdjustment {

    private final Adjustments adjustments;
    private final Clock clock;
    private final AuditTrail audit;

    RequestAdjustment(Adjustments adjustments, Clock clock, AuditTrail audit) {
        this.adjustments = adjustments;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public AdjustmentView request(MemberKey member, long points, String reason, Caller caller, Origin origin) {
        if (points == 0) {
            throw AdjustmentProblem.ADJUSTMENT_MOVES_NOTHING.with();
        }
        long id = Ids.next();
        adjustments.add(id, member, points, reason, caller.subject(), clock.instant());
        Map<String, String> facts = Map.of("points", Long.toString(points), "reason", reason);
        audit.add(AuditEntry.of(caller, origin, "POINTS_ADJUSTMENT_REQUESTED", "points-adjustment:" + id, facts));
        return adjustments.find(id).orElseThrow();
    }
}
