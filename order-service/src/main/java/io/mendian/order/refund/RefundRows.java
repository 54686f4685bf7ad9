package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.TenderKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows of the refund tables. */
final class RefundRows {

    private RefundRows() {}

    /** A refund without its parts. */
    static Refund refund(ResultSet row, List<Refund.Line> lines) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new Refund(
                row.getLong("id"),
                OrderId.of(row.getLong("order_id")),
                StoreId.of(row.getLong("store_id")),
                Refund.Kind.valueOf(row.getString("kind")),
                RefundStatus.valueOf(row.getString("status")),
                row.getLong("amount_minor"),
                row.getLong("points_returned"),
                row.getString("currency"),
                row.getString("reason"),
                staff(row, "asked_by"),
                staff(row, "decided_by"),
                row.getTimestamp("created_at").toInstant(),
                done == null ? null : done.toInstant(),
                row.getObject("business_date", LocalDate.class),
                lines,
                List.of());
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        Long id = row.getObject(column, Long.class);
        return id == null ? null : StaffId.of(id);
    }

    static Refund.Part part(ResultSet row, int n) throws SQLException {
        return new Refund.Part(
                row.getLong("id"),
                row.getObject("tender_no", Integer.class),
                row.getObject("payment_id", Long.class),
                TenderKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getLong("amount_minor"),
                row.getLong("total_minor"),
                Refund.PartStatus.valueOf(row.getString("status")),
                row.getString("failure"),
                row.getInt("attempts"));
    }
}
