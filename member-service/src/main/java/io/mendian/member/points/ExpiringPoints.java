package io.mendian.member.points;

import io.mendian.kernel.MemberKey;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** What of a member's points expires at an instant, as it is now: what he has spent meanwhile is not in it. */
@Component
public class ExpiringPoints {

    private final PointsLots lots;

    ExpiringPoints(PointsLots lots) {
        this.lots = lots;
    }

    public long at(MemberKey member, Instant expiresAt) {
        return lots.expiringAt(member.value(), expiresAt);
    }
}
