package io.mendian.member.points;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import org.springframework.transaction.annotation.Transactional;

/** Gives points for a campaign; the same award id pays a member once, for ever. */
@UseCase
public class AwardPoints {

    private final PointsSessions sessions;
    private final PointsRules rules;
    private final Outbox outbox;

    AwardPoints(PointsSessions sessions, PointsRules rules, Outbox outbox) {
        this.sessions = sessions;
        this.rules = rules;
        this.outbox = outbox;
    }

    /** False when it was paid before. */
    @Transactional
    public boolean award(MemberKey member, long points, String awardId) {
        PointsSession session = sessions.open(List.of(member.value()));
        boolean paid = session.award(member, points, "CAMPAIGN", awardId, rules.current());
        outbox.addAll(session.save());
        return paid;
    }
}
