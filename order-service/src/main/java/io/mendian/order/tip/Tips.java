package io.mendian.order.tip;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.TenderKind;
import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The ledger of tips, and their sum at the order. Written under the order's lock. */
@Repository
class Tips {

    private final JdbcClient jdbc;

    Tips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean isKnown(OrderId order, Tip.Cause cause, String causeId) {
        return !jdbc.sql("SELECT id FROM order_tip WHERE order_id = ? AND cause_type = ? AND cause_id = ? FOR UPDATE")
                .params(order.value(), cause.name(), causeId)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Appends a line and moves the sum with it; the same cause a second time is refused by its key. */
    void add(Tip tip) {
        StaffId by = tip.takenBy();
        int ignored = jdbc.sql("""
                        INSERT INTO order_tip (id, order_id, store_id, kind, amount_minor, label, staff_id, taken_by,
                            business_date, booked_at, cause_type, cause_id)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(tip.id())
                .param(tip.order().value())
                .param(tip.store().value())
                .param(tip.kind().name())
                .param(tip.amountMinor())
                .param(tip.label())
                .param(tip.staff().value())
                .param(by == null ? null : by.value())
                .param(tip.businessDate())
                .param(Timestamp.from(tip.at()))
                .param(tip.cause().name())
                .param(tip.causeId())
                .update();
        Guard.one(
                jdbc.sql("""
                        UPDATE sales_order SET tip_minor = tip_minor + ?
                        WHERE id = ? AND tip_minor + ? >= 0 AND status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')
                        """)
                        .params(tip.amountMinor(), tip.order().value(), tip.amountMinor())
                        .update(),
                TipProblem.TIP_NOT_NOW::with);
    }

    /** The ledger of an order, in its order. */
    List<Tip> of(OrderId order) {
        return jdbc.sql("SELECT * FROM order_tip WHERE order_id = ? ORDER BY id LIMIT 200 LOCK IN SHARE MODE")
                .param(order.value())
                .query(Tips::tip)
                .list();
    }

    private static Tip tip(ResultSet row, int n) throws SQLException {
        return new Tip(
                row.getLong("id"),
                OrderId.of(row.getLong("order_id")),
                StoreId.of(row.getLong("store_id")),
                TenderKind.valueOf(row.getString("kind")),
                row.getLong("amount_minor"),
                row.getString("label"),
                StaffId.of(row.getLong("staff_id")),
                staff(row.getObject("taken_by", Long.class)),
                row.getObject("business_date", java.time.LocalDate.class),
                row.getTimestamp("booked_at").toInstant(),
                Tip.Cause.valueOf(row.getString("cause_type")),
                row.getString("cause_id"));
    }

    private static @Nullable StaffId staff(@Nullable Long id) {
        return id == null ? null : StaffId.of(id);
    }
}
