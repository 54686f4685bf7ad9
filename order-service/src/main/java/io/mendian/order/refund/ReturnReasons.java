package io.mendian.order.refund;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The list of return reasons. */
@Repository
public class ReturnReasons {

    private final JdbcClient jdbc;

    ReturnReasons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why somebody returns something, looked up. */
    record Given(@Nullable String code, String text, Refund.Cause cause, boolean restock) {}

    /** At most 200, in their order. */
    public List<ReturnReason> list(boolean activeOnly) {
        return jdbc.sql("SELECT * FROM return_reason WHERE active OR ? = FALSE ORDER BY position, code LIMIT 200")
                .param(activeOnly)
                .query((row, n) -> new ReturnReason(
                        row.getString("code"),
                        row.getString("text_zh"),
                        row.getString("text_en"),
                        row.getString("cause"),
                        row.getBoolean("restock"),
                        row.getBoolean("active"),
                        row.getInt("position")))
                .list();
    }

    /** A code of the list, a text, or both; {@code cause} overrides the list's (staff only). */
    Given given(@Nullable String code, @Nullable String text, Refund.@Nullable Cause cause) {
        if (code == null) {
            if (text == null || text.isBlank()) {
                throw RefundProblem.RETURN_REASON_NEEDED.with();
            }
            return new Given(null, text, cause == null ? Refund.Cause.CONSUMER : cause, true);
        }
        ReturnReason reason = list(true).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> RefundProblem.RETURN_REASON_UNKNOWN.with("code", code));
        return new Given(
                code,
                text == null || text.isBlank() ? reason.textZh() : text,
                cause == null ? Refund.Cause.valueOf(reason.cause()) : cause,
                reason.restock());
    }

    void save(ReturnReason reason) {
        jdbc.sql("""
                        INSERT INTO return_reason (code, text_zh, text_en, cause, restock, active, position)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        ON DUPLICATE KEY UPDATE text_zh = VALUES(text_zh), text_en = VALUES(text_en), cause = VALUES(cause),
                            restock = VALUES(restock), active = VALUES(active), position = VALUES(position)
                        """)
                .params(
                        reason.code(),
                        reason.textZh(),
                        reason.textEn(),
                        reason.cause(),
                        reason.restock(),
                        reason.active(),
                        reason.position())
                .update();
    }
}
