package io.mendian.member.hold;

import io.mendian.kernel.MemberKey;
import io.mendian.member.wallet.StoredValue;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A hold: what was asked for, what it took, and what of it came back by refunds. Gift cards and uses
 * have rows of their own, {@code withCards} says whether there are any.
 */
record HoldRow(
        long holdId,
        @Nullable Long memberKey,
        long askedPoints,
        long askedStoredMinor,
        long points,
        StoredValue stored,
        long pointsBack,
        StoredValue storedBack,
        HoldStatus status,
        Instant expiresAt,
        boolean withCards) {

    static HoldRow held(HoldCommand command, StoredValue stored) {
        return new HoldRow(
                command.holdId().value(),
                command.memberKey() == null ? null : command.memberKey().value(),
                command.points(),
                command.storedValueMinor(),
                command.points(),
                stored,
                0,
                StoredValue.NONE,
                HoldStatus.HELD,
                command.expiresAt(),
                !command.giftCards().isEmpty() || !command.cardUses().isEmpty());
    }

    /** The same, with what its order was paid with after all. */
    HoldRow with(OrderAssets assets) {
        return new HoldRow(
                holdId,
                memberKey,
                askedPoints,
                askedStoredMinor,
                points,
                stored,
                pointsBack,
                storedBack,
                status,
                expiresAt,
                withCards || assets.hasCards());
    }

    boolean isFor(HoldCommand command) {
        return Objects.equals(member(), command.memberKey())
                && askedPoints == command.points()
                && askedStoredMinor == command.storedValueMinor();
    }

    @Nullable
    MemberKey member() {
        return memberKey == null ? null : MemberKey.of(memberKey);
    }
}
