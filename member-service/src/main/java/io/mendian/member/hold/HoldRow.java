package io.mendian.member.hold;

import io.mendian.kernel.HoldId;
import io.mendian.kernel.MemberKey;
import io.mendian.member.wallet.StoredValue;
import java.time.Instant;

/** A hold: what was asked for, what it took, and what of it came back by refunds. */
record HoldRow(
        long holdId,
        long memberKey,
        long askedPoints,
        long askedStoredMinor,
        long points,
        StoredValue stored,
        long pointsBack,
        StoredValue storedBack,
        HoldStatus status,
        Instant expiresAt) {

    static HoldRow held(HoldCommand command, StoredValue stored) {
        return new HoldRow(
                command.holdId().value(),
                command.memberKey().value(),
                command.points(),
                command.storedValueMinor(),
                command.points(),
                stored,
                0,
                StoredValue.NONE,
                HoldStatus.HELD,
                command.expiresAt());
    }

    boolean isFor(HoldCommand command) {
        return memberKey == command.memberKey().value()
                && askedPoints == command.points()
                && askedStoredMinor == command.storedValueMinor();
    }

    MemberKey member() {
        return MemberKey.of(memberKey);
    }

    HoldView view() {
        return new HoldView(HoldId.of(holdId), points, stored.principalMinor(), stored.bonusMinor());
    }
}
