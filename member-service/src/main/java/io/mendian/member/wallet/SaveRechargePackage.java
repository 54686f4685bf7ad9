package io.mendian.member.wallet;

import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a recharge package, or changes one for recharges ordered from now on. What an order promised stays as it was.
 * The largest principal is a rule of the chain: 5,000 yuan is the cap of a named single-purpose prepaid card (MOFCOM order 9 of
 * 2012).
 */
@UseCase
public class SaveRechargePackage {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final AuditTrail audit;
    private final AssetRulesQueries rules;
    private final JsonMapper json;

    SaveRechargePackage(JdbcClient jdbc, Clock clock, AuditTrail audit, AssetRulesQueries rules, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
        this.rules = rules;
        this.json = json;
    }

    /** With null as id it makes a new package. */
    @Transactional
    public RechargePackage save(@Nullable Long id, RechargeOffer offer, Caller caller, Origin origin) {
        long most = rules.current().namedCapMinor();
        if (offer.principalMinor() > most) {
            throw WalletProblem.RECHARGE_TOO_LARGE.with("mostMinor", most);
        }
        long saved = id == null ? Ids.next() : id;
        int rows = id == null
                ? jdbc.sql("""
                                INSERT INTO recharge_package (id, name, principal_minor, bonus_minor, active, made_at)
                                VALUES (?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                saved,
                                offer.name(),
                                offer.principalMinor(),
                                offer.bonusMinor(),
                                offer.active(),
                                Timestamp.from(clock.instant()))
                        .update()
                : jdbc.sql("""
                                UPDATE recharge_package SET name = ?, principal_minor = ?, bonus_minor = ?, active = ?
                                WHERE id = ?
                                """)
                        .params(offer.name(), offer.principalMinor(), offer.bonusMinor(), offer.active(), saved)
                        .update();
        if (rows != 1) {
            throw WalletProblem.RECHARGE_PACKAGE_UNKNOWN.with();
        }
        jdbc.sql("INSERT INTO recharge_package_extras (package_id, since, extras) VALUES (?, ?, ?)")
                .params(saved, Timestamp.from(clock.instant()), json.writeValueAsString(offer.extras()))
                .update();
        audit.add(AuditEntry.of(
                caller,
                origin,
                "RECHARGE_PACKAGE_SAVED",
                "recharge-package:" + saved,
                Map.of("offer", offer.toString())));
        return new RechargePackage(
                Long.toString(saved),
                offer.name(),
                offer.principalMinor(),
                offer.bonusMinor(),
                offer.active(),
                offer.extras());
    }
}
