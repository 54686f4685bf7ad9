package io.mendian.member.login;

import io.mendian.member.audit.Origin;
import io.mendian.member.staff.Passwords;
import io.mendian.member.staff.StaffCredentials;
import io.mendian.member.throttle.Throttle;
import io.mendian.runtime.security.Caller;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets a member of staff choose a new password after proving the current one; the slow hashes stay outside the transaction. */
@Component
public class OwnPassword {

    private final StaffCredentials staff;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final ChangePassword change;

    OwnPassword(StaffCredentials staff, Passwords passwords, LoginThrottle throttle, ChangePassword change) {
        this.staff = staff;
        this.passwords = passwords;
        this.throttle = throttle;
        this.change = change;
    }

    public TokenPair change(Caller caller, Origin origin, String current, String wanted) {
        String login = staff.loginOf(caller.staffId());
        List<Throttle.Limit> taken = throttle.take(login, origin);
        String hash = staff.byId(caller.staffId())
                .map(StaffCredentials.Account::passwordHash)
                .orElse(null);
        if (!passwords.matches(current, hash) || hash == null) {
            throw LoginProblem.LOGIN_REFUSED.with();
        }
        throttle.giveBack(taken);
        if (current.equals(wanted)) {
            throw LoginProblem.PASSWORD_UNCHANGED.with();
        }
        return change.change(caller, origin, hash, passwords.hashChosen(wanted, login));
    }
}
