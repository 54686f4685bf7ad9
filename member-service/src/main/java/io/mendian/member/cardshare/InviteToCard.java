package io.mendian.member.cardshare;

import io.mendian.kernel.MemberKey;
import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.member.card.SharedCards;
import io.mendian.member.member.MemberContacts;
import io.mendian.member.membercode.ScanMemberCode;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.member.throttle.Throttle;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Invites somebody to use a card, by the code on his phone or by his number. The number is kept as an index only, and the
 * answer is the same whether a member has it or not; he sees the invitation when he opens the mini-program.
 */
@UseCase
public class InviteToCard {

    static final Duration OPEN = Duration.ofDays(7);
    private static final long MOST_A_DAY = 30;

    private final CardShares shares;
    private final SharedCards cards;
    private final CardShareQueries queries;
    private final AssetRulesQueries rules;
    private final MemberContacts contacts;
    private final ScanMemberCode scanMemberCode;
    private final Throttle throttle;
    private final Clock clock;

    InviteToCard(
            CardShares shares,
            SharedCards cards,
            CardShareQueries queries,
            AssetRulesQueries rules,
            MemberContacts contacts,
            ScanMemberCode scanMemberCode,
            Throttle throttle,
            Clock clock) {
        this.shares = shares;
        this.cards = cards;
        this.queries = queries;
        this.rules = rules;
        this.contacts = contacts;
        this.scanMemberCode = scanMemberCode;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** Whom, by one of both, and what he is to the owner. */
    public record Wish(
            @Nullable String memberCode, @Nullable PhoneNumber phone, Relation relation) {}

    @Transactional
    public CardShareView invite(MemberKey owner, long cardId, Wish wish) {
        // counted and committed at once: nobody tries codes or numbers in bulk
        Duration wait = throttle.take(new Throttle.Limit("card-share:" + owner, MOST_A_DAY, Duration.ofDays(1)));
        if (!wait.isZero()) {
            throw CardShareProblem.CARD_SHARE_TRIES.with("seconds", wait.toSeconds() + 1);
        }
        Instant now = clock.instant();
        Long member = wish.memberCode() == null
                ? null
                : scanMemberCode.scan(owner, wish.memberCode()).value();
        String phone = wish.phone() == null ? null : contacts.phoneIndex(wish.phone());
        CardShareRow share = new CardShareRow(
                Ids.next(),
                cardId,
                owner.value(),
                member,
                phone,
                wish.relation(),
                CardShareStatus.INVITED,
                now,
                now.plus(OPEN),
                null,
                null,
                null);
        if ((member != null && member == owner.value())
                || (phone != null && phone.equals(contacts.phoneIndex(owner).orElse(null)))) {
            throw CardShareProblem.CARD_SHARE_WITH_ONESELF.with();
        }
        cards.lockOwn(owner, cardId);
        shares.endOverdue(cardId, now);
        shares.add(share, freePlace(share));
        return queries.view(shares.find(share.id()).orElseThrow());
    }

    /** The first free place; the card is locked, and the unique key of places has the last word. */
    private int freePlace(CardShareRow share) {
        List<CardShares.Taken> taken = shares.taken(share.cardId());
        boolean already = taken.stream()
                .anyMatch(one -> (share.memberKey() != null && share.memberKey().equals(one.member()))
                        || (share.phoneIndex() != null && share.phoneIndex().equals(one.phone())));
        if (already) {
            throw CardShareProblem.CARD_SHARE_ALREADY.with();
        }
        int most = rules.current().mostSharesOfACard();
        return IntStream.rangeClosed(1, most)
                .filter(slot -> taken.stream().noneMatch(one -> one.slot() == slot))
                .findFirst()
                .orElseThrow(() -> CardShareProblem.CARD_SHARE_FULL.with("most", most));
    }
}
