package io.mendian.member.cardshare;

import io.mendian.kernel.MemberKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A share: invited by the phone's index or as a member, known as a member at the latest when he confirms. */
record CardShareRow(
        long id,
        long cardId,
        long ownerKey,
        @Nullable Long memberKey,
        @Nullable String phoneIndex,
        Relation relation,
        CardShareStatus status,
        Instant invitedAt,
        Instant invitedUntil,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable ShareEnd endedBy) {

    /** Whether the invitation is for this member; by his own number where it was made by phone. */
    boolean isFor(MemberKey member, @Nullable String ownPhoneIndex) {
        return memberKey != null
                ? memberKey == member.value()
                : phoneIndex != null && phoneIndex.equals(ownPhoneIndex) && ownerKey != member.value();
    }

    boolean isOverAt(Instant now) {
        return status == CardShareStatus.ENDED || (status == CardShareStatus.INVITED && !invitedUntil.isAfter(now));
    }
}
