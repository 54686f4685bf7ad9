package io.mendian.member.hold;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A person has dealt with an alarm and says how; its shortage, if it has one, is settled with it. */
@UseCase
public class CloseAlarm {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    CloseAlarm(JdbcClient jdbc, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public void close(long id, String reason, Caller caller, Origin origin) {
        Timestamp now = Timestamp.from(clock.instant());
        int rows = jdbc.sql("UPDATE asset_alarm SET closed_at = ?, closed_by = ? WHERE id = ? AND closed_at IS NULL")
                .params(now, caller.subject(), id)
                .update();
        if (rows != 1) {
            throw CommonProblem.NOT_FOUND.with();
        }
        jdbc.sql("""
                        UPDATE asset_shortage SET settled_at = ?
                        WHERE settled_at IS NULL AND order_id IN (
                            SELECT CAST(reference AS SIGNED) FROM asset_alarm WHERE id = ? AND kind = 'ASSET_SHORTAGE')
                        """).params(now, id).update();
        audit.add(AuditEntry.of(caller, origin, "ALARM_CLOSED", "asset-alarm:" + id, Map.of("reason", reason)));
    }
}
