package io.mendian.member.prepaid;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.card.CardRefunds;
import io.mendian.member.card.CardRefunds.Cause;
import io.mendian.member.giftcard.GiftCardRefunds;
import io.mendian.member.wallet.RechargeLeft;
import io.mendian.member.wallet.StoredValue;
import io.mendian.member.wallet.WalletQueries;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads what was consumed of a contract: of a recharge from the ledger, of cards from their uses or days. */
@Component
class Consumptions {

    private final RechargeLeft recharges;
    private final WalletQueries wallet;
    private final CardRefunds cards;
    private final GiftCardRefunds giftCards;
    private final Clock clock;
    private final BusinessDay days;

    Consumptions(
            RechargeLeft recharges,
            WalletQueries wallet,
            CardRefunds cards,
            GiftCardRefunds giftCards,
            Clock clock,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.recharges = recharges;
        this.wallet = wallet;
        this.cards = cards;
        this.giftCards = giftCards;
        this.clock = clock;
        this.days = BusinessDay.in(zone);
    }

    LocalDate dateOf(Instant instant) {
        return days.dateOf(instant);
    }

    /** With {@code locked}, inside a transaction, nobody else changes cards until it ends. */
    Consumption of(PrepaidContract contract, RefundPolicy policy, boolean locked) {
        return switch (contract.terms().what()) {
            case "RECHARGE" -> recharge(contract, policy, sold(Cause.RECHARGE_GIFT, contract, locked));
            case "PUNCH" -> punch(contract, sold(Cause.ORDER_LINE, contract, locked));
            case "PERIOD" -> period(contract, sold(Cause.ORDER_LINE, contract, locked));
            case "GIFT" ->
                gift(contract, locked ? giftCards.lockOfLine(contract.cause()) : giftCards.ofLine(contract.cause()));
            default -> throw new IllegalStateException("contract " + contract.cause() + " is of no known kind");
        };
    }

    private List<CardRefunds.Sold> sold(Cause why, PrepaidContract contract, boolean locked) {
        return locked ? cards.lockOfLine(why, contract.cause()) : cards.ofLine(why, contract.cause());
    }

    private Consumption recharge(PrepaidContract contract, RefundPolicy policy, List<CardRefunds.Sold> gifts) {
        ContractTerms terms = contract.terms();
        MemberKey member = MemberKey.of(contract.member());
        StoredValue left = recharges.of(member, contract.orderId(), contract.lineId());
        StoredValue free = wallet.free(member);
        long credited = terms.principalMinor()
                + terms.bonusMinor()
                - wallet.outstandingInstalments(contract.order(), contract.lineId());
        long spent = Math.max(0, credited - left.totalMinor());
        Fraction giftsUsed = used(gifts);
        Fraction consumed = Fraction.of(spent).plus(giftsUsed);
        long deal = Math.max(contract.paidMinor(), terms.principalMinor() + terms.bonusMinor() + terms.giftsMinor());
        return new Consumption(
                deal,
                consumed,
                consumed.times(Fraction.of(policy.listPermille(), 1000)),
                spent == 0 && gifts.stream().allMatch(card -> card.used() == 0),
                new AssetRefundView.TakesBack(
                        left.principalMinor(),
                        left.bonusMinor(),
                        gifts.stream().mapToLong(CardRefunds.Sold::usesLeft).sum(),
                        0),
                gifts.stream()
                        .filter(card -> !card.closed())
                        .map(CardRefunds.Sold::id)
                        .toList(),
                left.principalMinor() > free.principalMinor()
                        || left.bonusMinor() > free.bonusMinor()
                        || gifts.stream().anyMatch(card -> card.usesHeld() > 0 || card.locked()),
                gifts.stream().anyMatch(card -> card.memberKey() != contract.member()));
    }

    /** Of punch cards that came with a recharge: their declared value × uses taken ÷ uses. */
    private static Fraction used(List<CardRefunds.Sold> gifts) {
        return gifts.stream()
                .filter(card -> card.usesTotal() > 0)
                .map(card -> Fraction.of(card.declaredMinor()).times(Fraction.of(card.used(), card.usesTotal())))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    private Consumption punch(PrepaidContract contract, List<CardRefunds.Sold> sold) {
        ContractTerms terms = contract.terms();
        long all = Math.max(1, terms.usesEach() * terms.quantity());
        long used = sold.stream()
                .mapToLong(card -> card.closed() ? card.usesTotal() : card.used())
                .sum();
        Long unit = terms.unitListMinor();
        long list = Math.max(contract.paidMinor(), unit == null ? contract.listMinor() : unit * all);
        Fraction consumed = Fraction.of(list).times(Fraction.of(used, all));
        return cards(contract, sold, list, consumed, unit == null ? consumed : Fraction.of(unit * used), used == 0);
    }

    private Consumption period(PrepaidContract contract, List<CardRefunds.Sold> sold) {
        long each = Math.max(
                1, contract.terms().validDays() == null ? 1 : contract.terms().validDays());
        long gone = sold.stream().mapToLong(card -> daysGone(card, each)).sum();
        boolean untouched = sold.stream().allMatch(card -> card.used() == 0 && !card.closed());
        long list = Math.max(contract.paidMinor(), contract.listMinor());
        Fraction consumed = Fraction.of(list)
                .times(Fraction.of(gone, each * contract.terms().quantity()));
        return cards(contract, sold, list, consumed, consumed, untouched);
    }

    /** Begun days; the time that a card stood frozen does not count, for its end moved out by it. */
    private long daysGone(CardRefunds.Sold card, long each) {
        if (card.closed() || card.validUntil() == null) {
            return each;
        }
        LocalDate at = days.dateOf(card.frozenAt() == null ? clock.instant() : card.frozenAt());
        long left = ChronoUnit.DAYS.between(at.plusDays(1), days.dateOf(card.validUntil()));
        return each - Math.clamp(left, 0, each);
    }

    private Consumption cards(
            PrepaidContract contract,
            List<CardRefunds.Sold> sold,
            long list,
            Fraction consumedDeal,
            Fraction consumedList,
            boolean untouched) {
        List<CardRefunds.Sold> open =
                sold.stream().filter(card -> !card.closed()).toList();
        return new Consumption(
                list,
                consumedDeal,
                consumedList,
                untouched,
                new AssetRefundView.TakesBack(
                        0,
                        0,
                        open.stream().mapToLong(CardRefunds.Sold::usesLeft).sum(),
                        0),
                open.stream().map(CardRefunds.Sold::id).toList(),
                open.stream().anyMatch(card -> card.usesHeld() > 0 || card.locked()),
                open.stream().anyMatch(card -> card.memberKey() != contract.member()));
    }

    private Consumption gift(PrepaidContract contract, List<GiftCardRefunds.Sold> sold) {
        List<GiftCardRefunds.Sold> open =
                sold.stream().filter(card -> !card.closed()).toList();
        long value = sold.stream().mapToLong(GiftCardRefunds.Sold::valueMinor).sum();
        long left = open.stream().mapToLong(GiftCardRefunds.Sold::balanceMinor).sum();
        Fraction consumed = Fraction.of(value - left);
        return new Consumption(
                Math.max(value, contract.paidMinor()),
                consumed,
                consumed,
                value == left,
                new AssetRefundView.TakesBack(0, 0, 0, left),
                open.stream().map(GiftCardRefunds.Sold::id).toList(),
                open.stream().anyMatch(card -> card.heldMinor() > 0 || card.locked()),
                open.stream().anyMatch(card -> card.holderKey() != contract.member()));
    }
}
