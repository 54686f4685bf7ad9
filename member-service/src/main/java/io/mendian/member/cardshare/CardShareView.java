package io.mendian.member.cardshare;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A share as the card's owner sees it.
 *
 * @param member masked name of the other, as soon as he has confirmed; before that nothing tells whether he is a member
 * @param status INVITED, ACTIVE or ENDED; an invitation that nobody confirmed in time is ENDED by TIME
 */
public record CardShareView(
        String shareId,
        String cardId,
        Relation relation,
        CardShareStatus status,
        @Nullable String memberKey,
        @Nullable String member,
        Instant invitedAt,
        Instant invitedUntil,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt,
        @Nullable ShareEnd endedBy) {}
