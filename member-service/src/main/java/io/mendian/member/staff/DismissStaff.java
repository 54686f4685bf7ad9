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

/** A member of staff leaves: the account is closed and every login of it ends in the same transaction. */
@UseCase
public class DismissStaff {

    private final StaffAccounts accounts;
    private final StaffAccess access;
    private final StaffQueries queries;
    private final AuditTrail audit;
    private final Clock clock;

    DismissStaff(StaffAccounts accounts, StaffAccess access, StaffQueries queries, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    /** Closes the account; a second time changes nothing. */
    @Transactional
    public StaffView dismiss(Caller caller, Origin origin, StaffId id) {
        StaffRow row = accounts.requireLocked(id);
        StaffScope.requireMayManage(caller, row);
        if (!row.active()) {
            return queries.require(caller, id);
        }
        accounts.leave(id, Timestamp.from(clock.instant()));
        access.endAll(id, "LEFT");
        audit.add(AuditEntry.of(
                caller,
                origin,
                "STAFF_LEFT",
                "staff:" + id,
                Map.of("role", row.role().name())));
        return queries.require(caller, id);
    }
}
