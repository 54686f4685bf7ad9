package io.mendian.member.hold;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.contracts.order.Tender;
import io.mendian.kernel.MemberKey;
import io.mendian.member.card.CardHolds;
import io.mendian.member.card.CardProblem;
import io.mendian.member.giftcard.GiftCardLedger;
import io.mendian.runtime.alarm.Alarms;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The gift cards and card uses of a hold: taken with it, spent, freed and given back with it. */
@Component
class HeldCards {

    static final String GIFT_CARD = "GIFT_CARD";
    static final String CARD_USE = "CARD_USE";
    private static final String HOLD = "HOLD";

    private final HoldParts parts;
    private final GiftCardLedger gifts;
    private final CardHolds cards;
    private final Alarms alarms;

    HeldCards(HoldParts parts, GiftCardLedger gifts, CardHolds cards, Alarms alarms) {
        this.parts = parts;
        this.gifts = gifts;
        this.cards = cards;
        this.alarms = alarms;
    }

    /** Sets everything aside or throws; gift cards in the order of their ids, then cards. */
    void hold(long holdId, @Nullable MemberKey member, Map<Long, Long> giftAmounts, List<HoldCommand.Uses> wishes) {
        giftAmounts.forEach((id, amount) -> {
            gifts.hold(id, member, amount);
            parts.add(holdId, new HeldGift(id, amount, 0));
        });
        for (HoldCommand.Uses wish : wishes) {
            List<CardHolds.Part> held = member == null ? List.of() : holdUses(member, wish);
            if (held.isEmpty()) {
                throw CardProblem.NO_CARD_FOR_SERVICE.with("line", wish.lineId());
            }
            held.forEach(part -> parts.add(holdId, HeldUses.of(wish, part)));
        }
    }

    private List<CardHolds.Part> holdUses(MemberKey member, HoldCommand.Uses wish) {
        return cards.hold(new CardHolds.Wish(member, wish.service(), wish.store(), wish.uses(), wish.cardId()));
    }

    /** Whether the hold holds exactly these. */
    boolean isFor(HoldRow hold, Map<Long, Long> giftAmounts, List<HoldCommand.Uses> wishes) {
        if (!hold.withCards()) {
            return giftAmounts.isEmpty() && wishes.isEmpty();
        }
        long holdId = hold.holdId();
        Map<Long, Long> heldGifts =
                parts.gifts(holdId).stream().collect(Collectors.toMap(HeldGift::giftCardId, HeldGift::amountMinor));
        Map<String, Long> heldUses = parts.uses(holdId).stream()
                .collect(Collectors.groupingBy(
                        held -> key(held.lineId(), held.serviceSkuId(), held.storeId(), held.askedCardId()),
                        Collectors.summingLong(HeldUses::uses)));
        Map<String, Long> wanted = wishes.stream()
                .collect(Collectors.groupingBy(
                        wish -> key(
                                wish.lineId(),
                                wish.service().value(),
                                wish.store().value(),
                                wish.cardId()),
                        Collectors.summingLong(HoldCommand.Uses::uses)));
        return heldGifts.equals(giftAmounts) && heldUses.equals(wanted);
    }

    private static String key(String line, long service, long store, @Nullable Long card) {
        return line + " " + service + " " + store + " " + card;
    }

    List<HoldView.Gift> gifts(HoldRow hold) {
        return !hold.withCards()
                ? List.of()
                : parts.gifts(hold.holdId()).stream()
                        .map(gift -> new HoldView.Gift(Long.toString(gift.giftCardId()), gift.amountMinor()))
                        .toList();
    }

    List<HoldView.Uses> uses(HoldRow hold) {
        return !hold.withCards()
                ? List.of()
                : parts.uses(hold.holdId()).stream()
                        .map(held -> new HoldView.Uses(
                                held.lineId(), Long.toString(held.cardId()), held.uses(), held.valueMinor()))
                        .toList();
    }

    void free(HoldRow hold) {
        if (!hold.withCards()) {
            return;
        }
        long holdId = hold.holdId();
        parts.gifts(holdId).forEach(gift -> gifts.free(gift.giftCardId(), gift.amountMinor()));
        parts.uses(holdId).forEach(held -> cards.free(held.part()));
    }

    void spend(HoldRow hold, @Nullable MemberKey member) {
        if (!hold.withCards()) {
            return;
        }
        long holdId = hold.holdId();
        parts.gifts(holdId)
                .forEach(gift -> gifts.spendHeld(gift.giftCardId(), gift.amountMinor(), HOLD, Long.toString(holdId)));
        for (HeldUses held : parts.uses(holdId)) {
            if (member == null) {
                throw new IllegalStateException("hold " + holdId + " has uses of nobody's card");
            }
            cards.take(held.part(), held.wish(member), reference(holdId, held));
        }
    }

    /** Whether what is held is what the order says that it used. */
    boolean matches(HoldRow hold, OrderAssets order) {
        if (!hold.withCards()) {
            return !order.hasCards();
        }
        long holdId = hold.holdId();
        Map<Long, Long> held =
                parts.gifts(holdId).stream().collect(Collectors.toMap(HeldGift::giftCardId, HeldGift::amountMinor));
        Map<String, Long> uses = parts.uses(holdId).stream()
                .collect(Collectors.groupingBy(HeldUses::lineId, Collectors.summingLong(HeldUses::uses)));
        return held.equals(order.gifts()) && uses.keySet().equals(order.usedLines());
    }

    /** Takes what was not held any more, each if it still suffices; gives what is missing. */
    OrderAssets.Missing takeLate(HoldRow hold, @Nullable MemberKey member, OrderAssets order) {
        if (!hold.withCards() && !order.hasCards()) {
            return new OrderAssets.Missing(0, 0);
        }
        long holdId = hold.holdId();
        parts.forget(holdId);
        long giftShort = 0;
        for (Map.Entry<Long, Long> gift : order.gifts().entrySet()) {
            if (gifts.takeLate(gift.getKey(), gift.getValue(), HOLD, Long.toString(holdId))) {
                parts.add(holdId, new HeldGift(gift.getKey(), gift.getValue(), 0));
            } else {
                giftShort += gift.getValue();
            }
        }
        long usesShort = 0;
        for (HoldCommand.Uses wish : order.uses()) {
            List<CardHolds.Part> taken = member == null ? List.of() : holdUses(member, wish);
            for (CardHolds.Part part : taken) {
                HeldUses held = HeldUses.of(wish, part);
                parts.add(holdId, held);
                cards.take(part, held.wish(java.util.Objects.requireNonNull(member)), reference(holdId, held));
            }
            usesShort += taken.isEmpty() ? wish.uses() : 0;
        }
        return new OrderAssets.Missing(giftShort, usesShort);
    }

    /** Gives back the money of gift card tenders, and the uses of returned pieces; never more than was taken. */
    void giveBack(HoldRow hold, OrderRefunded refund) {
        if (!hold.withCards()) {
            return;
        }
        long holdId = hold.holdId();
        for (Tender tender : refund.tenders()) {
            if (tender.kind().equals(GIFT_CARD)) {
                giveBackGift(refund, holdId, tender);
            }
        }
        List<HeldUses> held = parts.uses(holdId);
        for (RefundLine line : refund.lines()) {
            long left = line.quantity();
            for (HeldUses uses : held.reversed()) {
                long back = uses.lineId().equals(line.lineId()) ? Math.min(left, uses.uses() - uses.usesBack()) : 0;
                if (back > 0) {
                    parts.giveBack(holdId, uses, back);
                    for (long n = uses.uses() - uses.usesBack(); n > uses.uses() - uses.usesBack() - back; n--) {
                        cards.giveBack(reference(holdId, uses), uses.cardId(), n);
                    }
                    left -= back;
                }
            }
        }
    }

    /** Whether this refund has put its money back on gift cards already. */
    boolean isGivenBack(OrderRefunded refund) {
        return refund.tenders().stream()
                .filter(tender -> tender.kind().equals(GIFT_CARD))
                .anyMatch(tender -> gifts.isPosted(Long.parseLong(tender.reference()), "REFUND", refund.refundId()));
    }

    private void giveBackGift(OrderRefunded refund, long holdId, Tender tender) {
        long id = Long.parseLong(tender.reference());
        HeldGift gift = parts.gifts(holdId).stream()
                .filter(known -> known.giftCardId() == id)
                .findFirst()
                .orElse(new HeldGift(id, 0, 0));
        long back = Math.min(tender.amountMinor(), gift.leftMinor());
        if (back < tender.amountMinor()) {
            alarms.raise(
                    "REFUND_BEYOND_TAKEN",
                    refund.refundId(),
                    "refund returns " + tender.amountMinor() + " to gift card " + id + ", the order took "
                            + gift.leftMinor() + " that have not come back");
        }
        if (back > 0) {
            parts.giveBack(holdId, gift, back);
            gifts.giveBack(id, back, "REFUND", refund.refundId());
            if (gifts.isClosed(id)) {
                alarms.raise("GIFT_CARD_CLOSED", refund.refundId(), back + " came back to closed gift card " + id);
            }
        }
    }

    private static String reference(long holdId, HeldUses held) {
        return holdId + ":" + held.lineId();
    }
}
