package io.mendian.member.staff;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Changes name, role and stores of an account; what it may do changes with the next request. */
@UseCase
public class ChangeStaff {

    /** What an account is to be from now on. */
    public record Change(
            String name,
            Role role,
            Set<StoreId> stores,
            @Nullable String region) {}

    private final StaffAccounts accounts;
    private final StaffAccess access;
    private final StaffQueries queries;
    private final FieldCipher cipher;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeStaff(
            StaffAccounts accounts,
            StaffAccess access,
            StaffQueries queries,
            FieldCipher cipher,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.access = access;
        this.queries = queries;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public StaffView change(Caller caller, Origin origin, StaffId id, Change change) {
        StaffRow row = accounts.requireLocked(id);
        StaffScope.requireMayManage(caller, row);
        StaffScope.requireFits(change.role(), change.stores(), change.region());
        StaffScope.requireMayGive(caller, change.role(), change.stores());
        if (change.role().realm() != row.role().realm()) {
            // a login of one realm must never turn into one of another
            access.endAll(id, "REALM_CHANGED");
        }
        accounts.change(
                id,
                cipher.encrypt(change.name().strip(), StaffRow.namePlace(row.id())),
                change.role(),
                StaffScope.region(change.region()),
                Timestamp.from(clock.instant()));
        accounts.bind(row.id(), change.role().scope() == Role.Scope.STORES ? change.stores() : Set.of());
        access.askAgain(id);
        Map<String, String> facts = Map.of(
                "role", row.role() + " -> " + change.role(),
                "stores", row.stores() + " -> " + change.stores());
        audit.add(AuditEntry.of(caller, origin, "STAFF_CHANGED", "staff:" + id, facts));
        return queries.require(caller, id);
    }
}
