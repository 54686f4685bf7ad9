package io.mendian.member.points;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.member.PointsChanged;
import io.mendian.kernel.MemberKey;
import java.time.Instant;

/** An entry to be appended to the ledger. One cause posts once for a member. */
record PointsPosting(long memberKey, long delta, long balanceAfter, String causeType, String causeId) {

    DomainEvent event(Instant at) {
        return new PointsChanged(MemberKey.of(memberKey), delta, balanceAfter, causeType, causeId, at);
    }
}
