package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Shows a member's personal fields in full; the trace is written in the same transaction. */
@UseCase
public class UnmaskMember {

    private final Members members;
    private final MemberSeals seals;
    private final MemberAccess access;
    private final AuditTrail audit;

    UnmaskMember(Members members, MemberSeals seals, MemberAccess access, AuditTrail audit) {
        this.members = members;
        this.seals = seals;
        this.access = access;
        this.audit = audit;
    }

    @Transactional
    public Unmasked unmask(Caller caller, Origin origin, MemberKey key, String reason) {
        if (reason.isBlank()) {
            throw MemberProblem.REASON_MISSING.with();
        }
        access.requireVisible(caller, key);
        MemberRow row = members.find(key).orElseThrow(CommonProblem.NOT_FOUND::with);
        audit.add(AuditEntry.of(caller, origin, "MEMBER_UNMASKED", "member:" + key, Map.of("reason", reason)));
        PhoneNumber phone = seals.phone(row);
        return new Unmasked(key, phone == null ? null : phone.e164(), seals.name(row), row.birthday());
    }
}
