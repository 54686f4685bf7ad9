package io.mendian.analytics.facts;

import io.mendian.contracts.member.PointsChanged;
import java.time.Instant;

/** The points a member has after a posting; of two postings the younger one counts, of two at once the later told. */
record PointsRow(long memberKey, long balance, Instant changedAt) {

    static PointsRow of(PointsChanged posting) {
        return new PointsRow(posting.memberKey().value(), posting.balance(), posting.changedAt());
    }

    PointsRow then(PointsRow later) {
        return later.changedAt.isBefore(changedAt) ? this : later;
    }
}
