package io.mendian.member.prepaid;

import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of prepaid contracts; the snapshot is written once and never changed. */
@Repository
class PrepaidContracts {

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    PrepaidContracts(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(PrepaidContract contract) {
        jdbc.update(
                """
                INSERT INTO prepaid_contract (order_id, line_id, member_key, kind, product, name, order_no, store_id,
                    list_minor, paid_minor, currency, paid_at, terms)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                contract.order(),
                contract.lineId(),
                contract.member(),
                contract.kind(),
                contract.product(),
                contract.name(),
                contract.orderNo(),
                Long.parseLong(contract.storeId()),
                contract.listMinor(),
                contract.paidMinor(),
                contract.currency(),
                Timestamp.from(contract.paidAt()),
                json.writeValueAsString(contract.terms()));
    }

    Optional<PrepaidContract> find(long orderId, String lineId) {
        return jdbc
                .query("SELECT * FROM prepaid_contract WHERE order_id = ? AND line_id = ?", this::row, orderId, lineId)
                .stream()
                .findFirst();
    }

    Optional<PrepaidContract> lock(long orderId, String lineId) {
        return jdbc
                .query(
                        "SELECT * FROM prepaid_contract WHERE order_id = ? AND line_id = ? FOR UPDATE",
                        this::row,
                        orderId,
                        lineId)
                .stream()
                .findFirst();
    }

    List<PrepaidContract> ofMember(long memberKey) {
        return jdbc.query(
                "SELECT * FROM prepaid_contract WHERE member_key = ? ORDER BY paid_at DESC, order_id DESC LIMIT 200",
                this::row,
                memberKey);
    }

    void lockFor(PrepaidContract contract, String refundId) {
        Guard.one(jdbc.update("""
                        UPDATE prepaid_contract SET locked_by = ?
                        WHERE order_id = ? AND line_id = ? AND locked_by IS NULL AND refunded_at IS NULL
                        """, refundId, contract.order(), contract.lineId()), () -> changed(contract));
    }

    void unlock(PrepaidContract contract, String refundId) {
        Guard.one(
                jdbc.update(
                        "UPDATE prepaid_contract SET locked_by = NULL WHERE order_id = ? AND line_id = ? AND locked_by = ?",
                        contract.order(),
                        contract.lineId(),
                        refundId),
                () -> changed(contract));
    }

    void end(PrepaidContract contract, String refundId, Instant now) {
        Guard.one(
                jdbc.update("""
                        UPDATE prepaid_contract SET locked_by = NULL, refunded_at = ?
                        WHERE order_id = ? AND line_id = ? AND locked_by = ?
                        """, Timestamp.from(now), contract.order(), contract.lineId(), refundId),
                () -> changed(contract));
    }

    private static IllegalStateException changed(PrepaidContract contract) {
        return new IllegalStateException("contract " + contract.cause() + " was changed by somebody else");
    }

    private PrepaidContract row(ResultSet row, int n) throws SQLException {
        Timestamp refundedAt = row.getTimestamp("refunded_at");
        return new PrepaidContract(
                row.getString("order_id"),
                row.getString("line_id"),
                row.getString("member_key"),
                row.getString("kind"),
                row.getString("product"),
                row.getString("name"),
                row.getString("order_no"),
                row.getString("store_id"),
                row.getLong("list_minor"),
                row.getLong("paid_minor"),
                row.getString("currency"),
                row.getTimestamp("paid_at").toInstant(),
                json.readValue(row.getString("terms"), ContractTerms.class),
                row.getString("locked_by"),
                refundedAt == null ? null : refundedAt.toInstant());
    }
}
