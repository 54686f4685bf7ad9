package io.mendian.member.wallet;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Loss report: a member's stored value pays for nothing from this instant, until headquarters lifts it. */
@UseCase
public class FreezeStoredValue {

    private final WalletLedger ledger;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final AuditTrail audit;

    FreezeStoredValue(WalletLedger ledger, JdbcTemplate jdbc, Clock clock, AuditTrail audit) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.clock = clock;
        this.audit = audit;
    }

    /** Again changes nothing. */
    @Transactional
    public void set(MemberKey member, boolean frozen, String reason, Caller caller, Origin origin) {
        StoredValue ignored = ledger.lockFree(member);
        int rows = jdbc.update(
                "UPDATE wallet_account SET frozen_at = ? WHERE member_key = ? AND (frozen_at IS NULL) = ?",
                frozen ? Timestamp.from(clock.instant()) : null,
                member.value(),
                frozen);
        if (rows == 1) {
            audit.add(AuditEntry.of(
                    caller,
                    origin,
                    frozen ? "STORED_VALUE_FROZEN" : "STORED_VALUE_UNFROZEN",
                    "member:" + member,
                    Map.of("reason", reason)));
        }
    }
}
