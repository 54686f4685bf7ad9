package io.mendian.member.cardshare;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** The owner ends a share or an invitation: from this instant the other takes nothing more. Again changes nothing. */
@UseCase
public class WithdrawCardShare {

    private final CardShares shares;
    private final Clock clock;

    WithdrawCardShare(CardShares shares, Clock clock) {
        this.shares = shares;
        this.clock = clock;
    }

    @Transactional
    public void withdraw(MemberKey owner, long cardId, long shareId) {
        CardShareRow share = shares.lock(shareId)
                .filter(known -> known.ownerKey() == owner.value() && known.cardId() == cardId)
                .orElseThrow(CardShareProblem.CARD_SHARE_UNKNOWN::with);
        if (share.status() != CardShareStatus.ENDED) {
            shares.end(share, ShareEnd.OWNER, clock.instant());
        }
    }
}
