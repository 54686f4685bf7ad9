package io.mendian.analytics.report;

import io.mendian.analytics.facts.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Sales, money and debt of one cell of a report, in pieces and the smallest currency unit. Revenue is sales less refunds
 * (each on its own business date). Money received (cash, WeChat Pay, an old till) includes recharges, which are no sales;
 * sales paid with stored value bring no money but take from the debt.
 */
public record SalesFigures(
        long orders,
        long pieces,
        long salesMinor,
        long discountMinor,
        long refunds,
        long returnedPieces,
        long refundsMinor,
        long revenueMinor,
        long receivedMinor,
        long paidBackMinor,
        long recharges,
        long rechargeMinor,
        long rechargeBackMinor,
        long bonusMinor,
        long storedValueUsedMinor,
        long storedValueBackMinor,
        long storedValueChangeMinor) {

    static final SalesFigures NONE = new SalesFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    static SalesFigures of(ResultSet row) throws SQLException {
        long sales = get(row, Measure.SALES_MINOR);
        long refunds = get(row, Measure.REFUNDS_MINOR);
        long recharge = get(row, Measure.RECHARGE_MINOR);
        long rechargeBack = get(row, Measure.RECHARGE_BACK_MINOR);
        long bonus = get(row, Measure.BONUS_MINOR);
        long used = get(row, Measure.STORED_MINOR);
        long back = get(row, Measure.STORED_BACK_MINOR);
        return new SalesFigures(
                get(row, Measure.ORDERS),
                get(row, Measure.PIECES),
                sales,
                get(row, Measure.DISCOUNT_MINOR),
                get(row, Measure.REFUNDS),
                get(row, Measure.RETURNED_PIECES),
                refunds,
                sales - refunds,
                get(row, Measure.RECEIVED_MINOR),
                get(row, Measure.PAID_BACK_MINOR),
                get(row, Measure.RECHARGES),
                recharge,
                rechargeBack,
                bonus,
                used,
                back,
                recharge + bonus - rechargeBack - used + back);
    }

    private static long get(ResultSet row, Measure measure) throws SQLException {
        return row.getLong(measure.column());
    }
}
