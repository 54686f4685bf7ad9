package io.mendian.analytics.report;

import io.mendian.analytics.facts.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sales, money and debt of one cell of a report, in pieces and the smallest currency unit (docs/money.md). Three figures that
 * are never added to each other: money received (cash, WeChat Pay, booked by hand, an old till; recharges and cards that were
 * sold are in it), what members used of what they had paid before (stored value, gift cards, card uses), and revenue.
 *
 * @param salesMinor net amount of all lines but recharges, returns not taken off
 * @param cardSalesMinor the part of it that sold cards and gift cards: earned when they are used
 * @param bookedMinor the part of the money that was taken outside and booked by hand
 * @param revenueMinor sales without cards, plus fees, less returns of both; a line paid by a card use counts with the use's value
 * @param cardUsesMinor what the lines paid by card uses would have cost, less what came back
 * @param cardUsesValueMinor what these uses had cost when the cards were sold
 */
public record SalesFigures(
        long orders,
        long pieces,
        long salesMinor,
        long cardSalesMinor,
        long feesMinor,
        long discountMinor,
        long refunds,
        long returnedPieces,
        long refundsMinor,
        long revenueMinor,
        long receivedMinor,
        long bookedMinor,
        long paidBackMinor,
        long recharges,
        long rechargeMinor,
        long rechargeBackMinor,
        long bonusMinor,
        long storedValueUsedMinor,
        long storedValueBackMinor,
        long storedValueChangeMinor,
        long giftCardsUsedMinor,
        long cardUsesMinor,
        long cardUsesValueMinor) {

    /** revenueMinor in SQL, of sums named s. */
    static final String REVENUE = "s.sales_minor - s.refunds_minor - s.card_sales_minor + s.card_sales_back_minor"
            + " + s.fees_minor - s.fees_back_minor - s.card_use_minor + s.card_use_back_minor"
            + " + s.card_use_value_minor - s.card_use_value_back_minor";

    static final SalesFigures NONE =
            new SalesFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static SalesFigures of(ResultSet row) throws SQLException {
        long sales = get(row, Measure.SALES_MINOR);
        long refunds = get(row, Measure.REFUNDS_MINOR);
        long recharge = get(row, Measure.RECHARGE_MINOR);
        long rechargeBack = get(row, Measure.RECHARGE_BACK_MINOR);
        long bonus = get(row, Measure.BONUS_MINOR);
        long used = get(row, Measure.STORED_MINOR);
        long back = get(row, Measure.STORED_BACK_MINOR);
        long cardUses = get(row, Measure.CARD_USE_MINOR) - get(row, Measure.CARD_USE_BACK_MINOR);
        long usesValue = get(row, Measure.CARD_USE_VALUE_MINOR) - get(row, Measure.CARD_USE_VALUE_BACK_MINOR);
        long cards = get(row, Measure.CARD_SALES_MINOR) - get(row, Measure.CARD_SALES_BACK_MINOR);
        long fees = get(row, Measure.FEES_MINOR) - get(row, Measure.FEES_BACK_MINOR);
        return new SalesFigures(
                get(row, Measure.ORDERS),
                get(row, Measure.PIECES),
                sales,
                get(row, Measure.CARD_SALES_MINOR),
                get(row, Measure.FEES_MINOR),
                get(row, Measure.DISCOUNT_MINOR),
                get(row, Measure.REFUNDS),
                get(row, Measure.RETURNED_PIECES),
                refunds,
                sales - refunds - cards + fees - cardUses + usesValue,
                get(row, Measure.RECEIVED_MINOR),
                get(row, Measure.BOOKED_MINOR),
                get(row, Measure.PAID_BACK_MINOR),
                get(row, Measure.RECHARGES),
                recharge,
                rechargeBack,
                bonus,
                used,
                back,
                recharge + bonus - rechargeBack - used + back + get(row, Measure.CREDITED_MINOR),
                get(row, Measure.GIFT_CARD_MINOR) - get(row, Measure.GIFT_CARD_BACK_MINOR),
                cardUses,
                usesValue);
    }

    private static long get(ResultSet row, Measure measure) throws SQLException {
        return row.getLong(measure.column());
    }
}
