package io.mendian.member.wallet;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What recharge packages give on top, as it was at an instant: an order gets what was on offer when it was paid. */
@Component
public class RechargeExtrasQueries {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RechargeExtrasQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Nothing when there is no package, or it gives nothing on top. */
    public RechargeExtras at(@Nullable String packageId, Instant when) {
        if (packageId == null) {
            return RechargeExtras.NONE;
        }
        return jdbc.sql("""
                        SELECT extras FROM recharge_package_extras WHERE package_id = ? AND since <= ?
                        ORDER BY since DESC, id DESC LIMIT 1
                        """)
                .params(Long.valueOf(packageId), Timestamp.from(when))
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, RechargeExtras.class))
                .orElse(RechargeExtras.NONE);
    }
}
