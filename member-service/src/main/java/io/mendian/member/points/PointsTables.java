package io.mendian.member.points;

import io.mendian.runtime.books.Quarantines;
import org.springframework.stereotype.Component;

/** The tables a session of points works on. */
@Component
record PointsTables(
        PointsLedger ledger,
        PointsLots lots,
        PointsHolds holds,
        PointsEarnings earnings,
        PointsRules rules,
        Quarantines quarantines) {}
