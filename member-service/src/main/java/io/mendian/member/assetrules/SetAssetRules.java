package io.mendian.member.assetrules;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Sets the chain's asset settings from now on; older versions stay on record. */
@UseCase
public class SetAssetRules {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final AuditTrail audit;

    SetAssetRules(JdbcClient jdbc, JsonMapper json, Clock clock, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public AssetRules set(AssetRules rules, Caller caller, Origin origin) {
        String text = json.writeValueAsString(rules);
        jdbc.sql("INSERT INTO asset_rules (rules, set_at, set_by) VALUES (?, ?, ?)")
                .params(text, Timestamp.from(clock.instant()), caller.subject())
                .update();
        audit.add(AuditEntry.of(caller, origin, "ASSET_RULES_SET", "asset-rules", Map.of("rules", text)));
        return rules;
    }
}
