package io.mendian.member.hold;

import io.mendian.member.giftcard.FindGiftCards;
import io.mendian.member.giftcard.GiftCardLedger;
import io.mendian.member.points.PointsSession;
import io.mendian.member.points.PointsSessions;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletLedger;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sets points, stored value, gift cards and card uses aside, all or nothing. The id comes from the caller: the same id and
 * content is the same hold, with its first deadline; other content is refused. Tries with wrong codes are counted outside
 * the transaction, so that a refusal does not forget them.
 */
@UseCase
public class HoldAssets {

    private final Holds holds;
    private final HeldCards heldCards;
    private final FindGiftCards findGiftCards;
    private final GiftCardLedger giftCards;
    private final PointsSessions points;
    private final WalletLedger wallet;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HoldAssets(
            Holds holds,
            HeldCards heldCards,
            FindGiftCards findGiftCards,
            GiftCardLedger giftCards,
            PointsSessions points,
            WalletLedger wallet,
            Outbox outbox,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.holds = holds;
        this.heldCards = heldCards;
        this.findGiftCards = findGiftCards;
        this.giftCards = giftCards;
        this.points = points;
        this.wallet = wallet;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    public HoldView hold(HoldCommand command) {
        boolean needsMember = command.points() > 0
                || command.storedValueMinor() > 0
                || !command.cardUses().isEmpty();
        if (command.memberKey() == null && (needsMember || command.giftCards().isEmpty())) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "without a member only gift cards can be held");
        }
        long lines = command.cardUses().stream()
                .map(HoldCommand.Uses::lineId)
                .distinct()
                .count();
        if (lines != command.cardUses().size()) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "a line is named twice in cardUses");
        }
        // without a member it is one of the chain's tills that asks, and all of them share one count
        String who = command.memberKey() == null ? "tills" : command.memberKey().text();
        long most = command.memberKey() == null ? FindGiftCards.MOST_WRONG_OF_TILLS : FindGiftCards.MOST_WRONG;
        Map<Long, Long> gifts = new TreeMap<>();
        command.giftCards()
                .forEach(gift ->
                        gifts.merge(findGiftCards.byCode(gift.code(), who, most), gift.amountMinor(), Math::addExact));
        return Objects.requireNonNull(
                TransactionRetry.repeat(() -> transaction.execute(status -> once(command, gifts))));
    }

    private HoldView once(HoldCommand command, Map<Long, Long> gifts) {
        // the account, or the first gift card, is locked first: two requests with one id meet here, and the second
        // finds
        // the hold of the first
        PointsSession session = command.memberKey() == null
                ? null
                : points.open(List.of(command.memberKey().value()));
        if (session == null) {
            giftCards.lock(gifts.keySet());
        }
        Optional<HoldRow> known = holds.lock(command.holdId().value());
        if (known.isPresent()) {
            return again(known.get(), command, gifts);
        }
        Instant now = clock.instant();
        if (!command.expiresAt().isAfter(now)) {
            throw HoldProblem.HOLD_EXPIRES_IN_THE_PAST.with();
        }
        StoredValue stored = holdOfMember(command, session);
        HoldRow hold = HoldRow.held(command, stored);
        holds.add(hold, false, now);
        heldCards.hold(hold.holdId(), command.memberKey(), gifts, command.cardUses());
        if (session != null) {
            outbox.addAll(session.save());
        }
        return view(hold);
    }

    private StoredValue holdOfMember(HoldCommand command, @Nullable PointsSession session) {
        if (command.memberKey() == null || session == null) {
            return StoredValue.NONE;
        }
        session.hold(command.memberKey(), command.holdId().value(), command.points());
        return wallet.hold(command.memberKey(), command.storedValueMinor());
    }

    private HoldView again(HoldRow known, HoldCommand command, Map<Long, Long> gifts) {
        if (!known.isFor(command) || !heldCards.isFor(known, gifts, command.cardUses())) {
            throw HoldProblem.HOLD_DIFFERS.with();
        }
        if (known.status() != HoldStatus.HELD && known.status() != HoldStatus.CONFIRMED) {
            throw HoldProblem.HOLD_ENDED.with("status", known.status().name());
        }
        return view(known);
    }

    private HoldView view(HoldRow hold) {
        return new HoldView(
                io.mendian.kernel.HoldId.of(hold.holdId()),
                hold.points(),
                hold.stored().principalMinor(),
                hold.stored().bonusMinor(),
                heldCards.gifts(hold),
                heldCards.uses(hold));
    }
}
