package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.TenderKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads rows of the refund tables. */
@Component
class RefundRows {

    private final JsonMapper json;

    RefundRows(JsonMapper json) {
        this.json = json;
    }

    /** A refund without its lines and parts. */
    Refund refund(ResultSet row, int n) throws SQLException {
        String then = row.getString("prepared_as");
        return new Refund(
                row.getLong("id"),
                OrderId.of(row.getLong("order_id")),
                StoreId.of(row.getLong("store_id")),
                Refund.Kind.valueOf(row.getString("kind")),
                RefundStatus.valueOf(row.getString("status")),
                new Refund.Amounts(
                        row.getLong("amount_minor"),
                        row.getLong("fees_minor"),
                        row.getLong("points_returned"),
                        row.getString("currency")),
                new Refund.Asked(
                        Refund.By.valueOf(row.getString("requested_by")),
                        staff(row, "asked_by"),
                        row.getString("reason_code"),
                        row.getString("reason"),
                        Refund.Cause.valueOf(row.getString("cause")),
                        row.getTimestamp("created_at").toInstant()),
                new Refund.Decision(
                        staff(row, "decided_by"),
                        instant(row, "decided_at"),
                        row.getString("decision_note"),
                        instant(row, "overdue_at")),
                new Refund.Assets(
                        Refund.AssetHold.valueOf(row.getString("assets")),
                        then == null ? null : RefundStatus.valueOf(then)),
                instant(row, "done_at"),
                row.getObject("business_date", LocalDate.class),
                List.of(),
                List.of());
    }

    Refund.Line line(ResultSet row, int n) throws SQLException {
        String formula = row.getString("formula");
        return new Refund.Line(
                row.getInt("line_no"),
                row.getLong("quantity"),
                row.getLong("net_minor"),
                row.getBoolean("restock"),
                formula == null ? null : json.readValue(formula, AssetFormula.class));
    }

    Refund.Part part(ResultSet row, int n) throws SQLException {
        return new Refund.Part(
                row.getLong("id"),
                row.getObject("tender_no", Integer.class),
                row.getObject("payment_id", Long.class),
                row.getObject("carry_id", Long.class),
                TenderKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getLong("amount_minor"),
                row.getLong("total_minor"),
                new Refund.Way(
                        way(row, "way"),
                        row.getString("way_reference"),
                        way(row, "wanted_way"),
                        staff(row, "wanted_by")),
                row.getObject("payer_minor", Long.class),
                Refund.PartStatus.valueOf(row.getString("status")),
                row.getString("failure"),
                row.getInt("attempts"));
    }

    private static @Nullable RefundWay way(ResultSet row, String column) throws SQLException {
        String way = row.getString(column);
        return way == null ? null : RefundWay.valueOf(way);
    }

    private static @Nullable StaffId staff(ResultSet row, String column) throws SQLException {
        Long id = row.getObject(column, Long.class);
        return id == null ? null : StaffId.of(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    @Nullable
    String formula(Refund.Line line) {
        return line.formula() == null ? null : json.writeValueAsString(line.formula());
    }
}
