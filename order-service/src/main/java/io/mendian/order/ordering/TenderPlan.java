package io.mendian.order.ordering;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each means shall pay of a priced basket, before anything is held: never more than is due, no assets of somebody who is
 * not there, and no other means than the price was made for.
 */
record TenderPlan(long storedValueMinor, List<TenderWish.GiftCard> giftCards, long dueMinor) {

    private static final Set<TenderKind> LATER = EnumSet.of(TenderKind.CASH, TenderKind.WECHAT_PAY, TenderKind.BOOKED);

    static TenderPlan of(Priced priced, TenderWish wish) {
        checkPresence(priced, wish);
        long open = priced.payableMinor() - priced.cardUseMinor();
        boolean byPrice = wish.storedValueMinor() == 0 && priced.payWith().contains(TenderKind.STORED_VALUE);
        if (priced.isPrepaid()
                && (byPrice || wish.storedValueMinor() != 0 || !wish.giftCards().isEmpty())) {
            throw priced.isRecharge()
                    ? OrderProblem.RECHARGE_BY_STORED_VALUE.with()
                    : OrderProblem.PREPAID_BY_PREPAID.with();
        }
        long giftCards = wish.giftCardsMinor();
        long wanted = byPrice ? -1 : wish.storedValueMinor();
        long storedValue = priced.storedValue(wanted, Math.max(0, open - giftCards - wish.bookedMinor()));
        long due = open - storedValue - giftCards - wish.bookedMinor();
        if (due < 0) {
            throw OrderProblem.PAYMENT_TOO_MUCH.with("remainingMinor", Math.max(0, open));
        }
        checkRest(priced, wish, due);
        TenderPlan plan = new TenderPlan(storedValue, wish.giftCards(), due);
        plan.checkMeans(priced, wish);
        return plan;
    }

    /** Nobody's assets are spent by a clerk alone: the member must be there. A gift card is its own proof. */
    private static void checkPresence(Priced priced, TenderWish wish) {
        boolean spends = priced.pointsUsed() > 0
                || !priced.couponIds().isEmpty()
                || priced.cardUseMinor() > 0
                || wish.storedValueMinor() != 0
                || priced.payWith().contains(TenderKind.STORED_VALUE);
        if (spends && !priced.buyer().present()) {
            throw OrderProblem.MEMBER_CODE_NEEDED.with();
        }
    }

    private static void checkRest(Priced priced, TenderWish wish, long due) {
        CashTaken cash = wish.cash();
        if (cash != null && cash.receivedMinor() < due) {
            throw OrderProblem.CASH_TOO_LITTLE.with("receivedMinor", cash.receivedMinor(), "amountMinor", due);
        }
        boolean unpaid = cash == null && due > 0;
        if (unpaid && wish.rest() == TenderWish.Rest.NOW) {
            throw OrderProblem.PAYMENT_TOO_LITTLE.with("remainingMinor", due);
        }
        if (unpaid && wish.rest() == TenderWish.Rest.NONE) {
            String why = priced.rules().notApplied().stream()
                    .map(missed -> missed.reason() == null ? "" : missed.reason())
                    .distinct()
                    .collect(Collectors.joining("；"));
            throw OrderProblem.REDEMPTION_NOT_FREE.with("payableMinor", due, "why", why);
        }
    }

    private void checkMeans(Priced priced, TenderWish wish) {
        List<TenderKind> asked = priced.payWith();
        if (asked.isEmpty()) {
            return;
        }
        Set<TenderKind> used = EnumSet.noneOf(TenderKind.class);
        add(used, TenderKind.STORED_VALUE, storedValueMinor > 0);
        add(used, TenderKind.GIFT_CARD, !giftCards.isEmpty());
        add(used, TenderKind.BOOKED, !wish.booked().isEmpty());
        add(used, TenderKind.CASH, wish.cash() != null && dueMinor > 0);
        boolean others = !asked.containsAll(used);
        boolean restCannotBePaid =
                dueMinor > 0 && wish.cash() == null && asked.stream().noneMatch(LATER::contains);
        boolean promisedButNotUsed = priced.payableMinor() > priced.cardUseMinor()
                && ((asked.contains(TenderKind.STORED_VALUE) && storedValueMinor == 0)
                        || (asked.contains(TenderKind.GIFT_CARD) && giftCards.isEmpty()));
        if (others || restCannotBePaid || promisedButNotUsed) {
            throw OrderProblem.payAsQuoted(asked, priced.payableMinor(), priced.otherwiseMinor());
        }
    }

    private static void add(Set<TenderKind> used, TenderKind kind, boolean isUsed) {
        if (isUsed) {
            used.add(kind);
        }
    }
}
