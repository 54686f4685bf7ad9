package io.mendian.order.refund;

import io.mendian.order.ordering.TenderKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes back: pieces with their paid share, fees that belong to the order as a whole, points, and the amount for each
 * tender; all parts sum to {@code amountMinor}. Amounts in fen.
 */
record RefundPlan(long amountMinor, long feesMinor, long points, List<Line> lines, List<Part> parts) {

    /** Pieces of a line and the paid share of them; {@code formula} explains the amount of a card or a recharge. */
    record Line(
            int no,
            String name,
            long quantity,
            long listMinor,
            long netMinor,
            long points,
            boolean restock,
            @Nullable AssetFormula formula) {

        String lineId() {
            return Integer.toString(no);
        }
    }

    /** The amount that goes back to one tender. */
    record Part(int tenderNo, TenderKind kind, String reference, long amountMinor, long totalMinor) {}
}
