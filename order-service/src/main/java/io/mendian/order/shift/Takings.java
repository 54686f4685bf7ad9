package io.mendian.order.shift;

import java.util.List;

/**
 * The money figures of a day or a shift, in the smallest unit; see {@code docs/money.md}. Three figures that are never
 * added to each other: what came in ({@code money}), what members used of what they had paid before ({@code consumed}),
 * and what was earned ({@code revenueMinor}). {@code salesMinor} is the net amount of all lines but recharges: selling a
 * recharge is a debt and no sale. Always: sales + fees + recharges less what came back of each = money.net + consumed by
 * tender + exchangedMinor - creditedMinor.
 *
 * @param salesMinor net amount of the lines sold, cards included, recharges not; returns are not taken off
 * @param cardSalesMinor the part of it that sold cards and gift cards: paid now, earned when used
 * @param exchangedMinor paid with the money of goods that were exchanged, less what such exchanges took out
 * @param creditedMinor refunds that were put on a member's stored value instead of going back the way they came
 * @param revenueMinor sales without cards, plus fees, less their returns; a line paid by a card use counts with the use's value
 */
public record Takings(
        long orders,
        long listMinor,
        long discountMinor,
        long feesMinor,
        long salesMinor,
        long cardSalesMinor,
        long rechargeMinor,
        long refunds,
        long refundsMinor,
        long cardBackMinor,
        long rechargeBackMinor,
        long feesBackMinor,
        Money money,
        Consumed consumed,
        long exchangedMinor,
        long creditedMinor,
        long revenueMinor,
        List<TenderTotal> tenders) {

    /** What came in and went back by one means of payment. */
    public record TenderTotal(String kind, long receivedMinor, long refundedMinor, long netMinor) {}

    /** Money: online (told by the provider), cash, and booked by hand (taken outside); {@code backMinor} went back. */
    public record Money(long onlineMinor, long cashMinor, long bookedMinor, long backMinor, long netMinor) {}

    /**
     * What members used, less what came back to them. {@code cardUsesMinor}: what the lines paid by card uses would have
     * cost; {@code cardUsesValueMinor}: what these uses had cost when the card was sold. {@code pointsMinor}: paid by
     * points, which is a discount and stands in no other figure.
     */
    public record Consumed(
            long storedValueMinor, long giftCardsMinor, long cardUsesMinor, long cardUsesValueMinor, long pointsMinor) {

        /** What by its tenders paid for sales without money. */
        public long byTenderMinor() {
            return storedValueMinor + giftCardsMinor + cardUsesMinor;
        }
    }
}
