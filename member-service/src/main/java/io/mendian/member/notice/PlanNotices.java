package io.mendian.member.notice;

import io.mendian.kernel.MemberKey;
import io.mendian.member.points.ExpiryWarned;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Writes down what members are to be told, in the transaction of what happened; the timer sends it. */
@Component
class PlanNotices implements ExpiryWarned {

    private final Notices notices;
    private final Clock clock;

    PlanNotices(Notices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public void expiryWarned(MemberKey member, long points, Instant expiresAt) {
        notices.plan(member, NoticeRow.POINTS_EXPIRING, expiresAt.toString(), points, expiresAt, clock.instant());
    }
}
