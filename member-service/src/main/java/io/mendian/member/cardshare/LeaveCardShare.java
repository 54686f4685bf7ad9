package io.mendian.member.cardshare;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberContacts;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** The other declines an invitation, or needs the card no more. Again changes nothing. */
@UseCase
public class LeaveCardShare {

    private final CardShares shares;
    private final MemberContacts contacts;
    private final Clock clock;

    LeaveCardShare(CardShares shares, MemberContacts contacts, Clock clock) {
        this.shares = shares;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Transactional
    public void leave(MemberKey member, long shareId) {
        String phone = contacts.phoneIndex(member).orElse(null);
        CardShareRow share = shares.lock(shareId)
                .filter(known -> known.isFor(member, phone))
                .orElseThrow(CardShareProblem.CARD_SHARE_UNKNOWN::with);
        if (share.status() != CardShareStatus.ENDED) {
            shares.end(share, ShareEnd.MEMBER, clock.instant());
        }
    }
}
