package io.mendian.member.cardshare;

import io.mendian.kernel.MemberKey;
import io.mendian.member.card.CardProblem;
import io.mendian.member.card.CardQueries;
import io.mendian.member.card.CardView;
import io.mendian.member.member.MemberContacts;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads of shared cards: by their owner, and by those who use them. */
@Component
public class CardShareQueries {

    private final CardShares shares;
    private final CardQueries cards;
    private final MemberContacts contacts;
    private final Clock clock;

    CardShareQueries(CardShares shares, CardQueries cards, MemberContacts contacts, Clock clock) {
        this.shares = shares;
        this.cards = cards;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** The shares of a member's card, ended ones too, the newest first, at most 200; another's card is unknown. */
    public List<CardShareView> ofCard(MemberKey owner, long cardId) {
        if (!cards.isOwn(owner, cardId)) {
            throw CardProblem.CARD_UNKNOWN.with();
        }
        return shares.ofCard(cardId).stream()
                .filter(share -> share.ownerKey() == owner.value())
                .map(this::view)
                .toList();
    }

    /** What is shared with a member, and what he is invited to, the newest first, at most 200. */
    public List<SharedCardView> with(MemberKey member) {
        String phone = contacts.phoneIndex(member).orElse(null);
        return shares.openFor(member.value(), phone).stream()
                .filter(share -> share.isFor(member, phone) && !share.isOverAt(clock.instant()))
                .map(this::seenBy)
                .toList();
    }

    CardShareView view(CardShareRow share) {
        boolean late = share.status() == CardShareStatus.INVITED && share.isOverAt(clock.instant());
        boolean known = share.confirmedAt() != null && share.memberKey() != null;
        return new CardShareView(
                Long.toString(share.id()),
                Long.toString(share.cardId()),
                share.relation(),
                late ? CardShareStatus.ENDED : share.status(),
                known ? String.valueOf(share.memberKey()) : null,
                known ? contacts.masked(MemberKey.of(Objects.requireNonNull(share.memberKey()))) : null,
                share.invitedAt(),
                share.invitedUntil(),
                share.confirmedAt(),
                late ? share.invitedUntil() : share.endedAt(),
                late ? ShareEnd.TIME : share.endedBy());
    }

    SharedCardView seenBy(CardShareRow share) {
        CardView card = cards.card(share.cardId());
        return new SharedCardView(
                Long.toString(share.id()),
                contacts.masked(MemberKey.of(share.ownerKey())),
                share.relation(),
                share.status(),
                card.name(),
                share.invitedUntil(),
                share.status() == CardShareStatus.ACTIVE ? card : null);
    }
}
