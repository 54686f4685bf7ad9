package io.mendian.order.refund;

import io.mendian.order.ordering.TenderKind;
import java.util.List;

/** What goes back: pieces with their paid share, points used as cash, and the amount for each tender. Amounts in fen. */
public record RefundPlan(long amountMinor, long pointsReturned, List<Line> lines, List<Part> parts) {

    /** Pieces of a line and the paid share of them. */
    public record Line(String lineId, String name, long quantity, long netMinor, boolean restock) {

        int no() {
            return Integer.parseInt(lineId);
        }
    }

    /** The amount that goes back to one tender. */
    public record Part(int tenderNo, TenderKind kind, long amountMinor) {}

    /** What somebody wants to return. */
    public record Wish(String lineId, long quantity, boolean restock) {}
}
