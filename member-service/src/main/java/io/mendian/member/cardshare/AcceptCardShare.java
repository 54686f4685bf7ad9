package io.mendian.member.cardshare;

import io.mendian.kernel.MemberKey;
import io.mendian.member.card.SharedCards;
import io.mendian.member.member.MemberContacts;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.springframework.transaction.annotation.Transactional;

/** The invited confirms, and may use the card from now on; again changes nothing. Another's invitation is unknown. */
@UseCase
public class AcceptCardShare {

    private final CardShares shares;
    private final SharedCards cards;
    private final CardShareQueries queries;
    private final MemberContacts contacts;
    private final Clock clock;

    AcceptCardShare(
            CardShares shares, SharedCards cards, CardShareQueries queries, MemberContacts contacts, Clock clock) {
        this.shares = shares;
        this.cards = cards;
        this.queries = queries;
        this.contacts = contacts;
        this.clock = clock;
    }

    @Transactional
    public SharedCardView accept(MemberKey member, long shareId) {
        String phone = contacts.phoneIndex(member).orElse(null);
        CardShareRow seen = shares.find(shareId)
                .filter(share -> share.isFor(member, phone))
                .orElseThrow(CardShareProblem.CARD_SHARE_UNKNOWN::with);
        // the card first, as everywhere
        cards.lock(seen.cardId());
        CardShareRow share = shares.lock(shareId)
                .filter(fresh -> fresh.isFor(member, phone))
                .orElseThrow(CardShareProblem.CARD_SHARE_UNKNOWN::with);
        if (share.isOverAt(clock.instant())) {
            throw CardShareProblem.CARD_SHARE_OVER.with();
        }
        if (share.status() == CardShareStatus.INVITED) {
            boolean already = shares.taken(share.cardId()).stream()
                    .anyMatch(one -> share.memberKey() == null
                            && Long.valueOf(member.value()).equals(one.member()));
            if (already) {
                throw CardShareProblem.CARD_SHARE_ALREADY.with();
            }
            shares.confirm(share, member.value(), clock.instant());
        }
        return queries.seenBy(shares.lock(shareId).orElseThrow());
    }
}
