package io.mendian.member.staff;

import io.mendian.kernel.StaffId;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Gives an account a password for one use, which must be changed; every login of the account ends. */
@UseCase
public class ResetPassword {

    private final StaffAccounts accounts;
    private final StaffAccess access;
    private final AuditTrail audit;
    private final Clock clock;

    ResetPassword(StaffAccounts accounts, StaffAccess access, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void reset(Caller caller, Origin origin, StaffId id, String newHash) {
        StaffRow row = accounts.requireLocked(id);
        StaffScope.requireMayManage(caller, row);
        accounts.password(id, newHash, true, Timestamp.from(clock.instant()));
        access.endAll(id, "PASSWORD_RESET");
        audit.add(AuditEntry.of(caller, origin, "STAFF_PASSWORD_RESET", "staff:" + id, Map.of()));
    }
}
