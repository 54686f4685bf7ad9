package io.mendian.member.staff;

import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Makes a staff account with rights no greater than the hirer's. */
@UseCase
public class HireStaff {

    private final Hiring hiring;
    private final AuditTrail audit;

    HireStaff(Hiring hiring, AuditTrail audit) {
        this.hiring = hiring;
        this.audit = audit;
    }

    @Transactional
    public HiredStaff hire(Caller caller, Origin origin, PreparedStaff prepared) {
        HiredStaff hired = hiring.insert(prepared, caller);
        Map<String, String> facts = Map.of(
                "role", hired.staff().role().name(),
                "stores", hired.staff().storeIds().toString());
        audit.add(AuditEntry.of(
                caller, origin, "STAFF_HIRED", "staff:" + hired.staff().staffId(), facts));
        return hired;
    }
}
