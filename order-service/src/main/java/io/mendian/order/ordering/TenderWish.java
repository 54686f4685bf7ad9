package io.mendian.order.ordering;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an order shall be paid, as far as that is known when it is placed; what is left is paid later.
 *
 * @param storedValueMinor what stored value shall pay; 0 none, -1 as much as there is
 * @param giftCards gift cards and what each shall pay
 * @param booked money taken outside, with the labels of its receipts
 * @param cash cash on the counter for the rest, or null when it is paid later
 * @param rest what may become of what is then still due
 * @param tip what the customer leaves besides, once the order is paid
 */
public record TenderWish(
        long storedValueMinor,
        List<GiftCard> giftCards,
        List<Booked> booked,
        @Nullable CashTaken cash,
        Rest rest,
        @Nullable TipLeft tip) {

    /** Without a tip. */
    public TenderWish(
            long storedValueMinor, List<GiftCard> giftCards, List<Booked> booked, @Nullable CashTaken cash, Rest rest) {
        this(storedValueMinor, giftCards, booked, cash, rest, null);
    }

    /** Whether a rest may be paid later, must be paid now, or must not be: a redemption costs nothing. */
    public enum Rest {
        LATER,
        NOW,
        NONE
    }

    /** A gift card by its secret code, which is never shown or logged. */
    public record GiftCard(String code, long amountMinor) {
        @Override
        public String toString() {
            return "GiftCard[***, " + amountMinor + "]";
        }
    }

    /** Money taken outside. */
    public record Booked(String label, long amountMinor) {}

    public TenderWish {
        giftCards = List.copyOf(giftCards);
        booked = List.copyOf(booked);
    }

    /** Stored value, and cash for the rest where there is some. */
    public static TenderWish of(long storedValueMinor, @Nullable CashTaken cash) {
        return new TenderWish(storedValueMinor, List.of(), List.of(), cash, cash == null ? Rest.LATER : Rest.NOW);
    }

    long giftCardsMinor() {
        return giftCards.stream().mapToLong(GiftCard::amountMinor).reduce(0, Math::addExact);
    }

    long bookedMinor() {
        return booked.stream().mapToLong(Booked::amountMinor).reduce(0, Math::addExact);
    }

    boolean isAtCounter() {
        return cash != null || !booked.isEmpty() || tip != null;
    }
}
