package io.mendian.member.login;

import io.mendian.kernel.StaffId;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.member.staff.StaffCredentials;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Puts a new password in the place of the one that was just checked; all logins end and a new one begins. */
@UseCase
public class ChangePassword {

    private final StaffCredentials staff;
    private final Logins logins;
    private final TokenIssue issue;
    private final AuditTrail audit;

    ChangePassword(StaffCredentials staff, Logins logins, TokenIssue issue, AuditTrail audit) {
        this.staff = staff;
        this.logins = logins;
        this.issue = issue;
        this.audit = audit;
    }

    @Transactional
    public TokenPair change(Caller caller, Origin origin, String checkedHash, String newHash) {
        StaffId id = caller.staffId();
        StaffCredentials.Account account = staff.requireLocked(id);
        if (!account.active() || !account.passwordHash().equals(checkedHash)) {
            throw LoginProblem.LOGIN_REFUSED.with();
        }
        staff.changePassword(id, newHash);
        logins.endAll(id, "PASSWORD_CHANGED");
        TokenPair pair = issue.begin(account.realm(), id.value(), caller.store(), null);
        audit.add(AuditEntry.of(caller, origin, "PASSWORD_CHANGED", "staff:" + id, Map.of()));
        return pair;
    }
}
