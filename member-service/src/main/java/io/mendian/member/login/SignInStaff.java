package io.mendian.member.login;

import io.mendian.kernel.StoreId;
import io.mendian.member.audit.Origin;
import io.mendian.member.code.CheckCode;
import io.mendian.member.code.CodePurpose;
import io.mendian.member.code.CodeSent;
import io.mendian.member.code.SendCode;
import io.mendian.member.staff.LoginName;
import io.mendian.member.staff.Passwords;
import io.mendian.member.staff.StaffCredentials;
import io.mendian.member.throttle.Throttle;
import io.mendian.runtime.security.Realm;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Signs staff in by password. Unknown names, wrong passwords, accounts of the other realm and people who left are all
 * answered alike and take equally long. The slow comparison stays outside of the transaction.
 */
@Component
public class SignInStaff {

    /** What somebody typed. */
    public record Attempt(
            Realm realm,
            String login,
            String password,
            @Nullable StoreId store,
            @Nullable String deviceId,
            @Nullable String codeSession,
            @Nullable String code) {}

    private final StaffCredentials staff;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final BeginStaffLogin begin;
    private final SendCode send;
    private final CheckCode check;

    SignInStaff(
            StaffCredentials staff,
            Passwords passwords,
            LoginThrottle throttle,
            BeginStaffLogin begin,
            SendCode send,
            CheckCode check) {
        this.staff = staff;
        this.passwords = passwords;
        this.throttle = throttle;
        this.begin = begin;
        this.send = send;
        this.check = check;
    }

    public StaffLogin signIn(Attempt attempt, Origin origin) {
        LoginName name = LoginName.of(attempt.login());
        List<Throttle.Limit> taken = throttle.take(name.text(), origin);
        StaffCredentials.Account account = staff.byLogin(name)
                .filter(found -> found.active() && found.realm() == attempt.realm())
                .orElse(null);
        boolean right = passwords.matches(attempt.password(), account == null ? null : account.passwordHash());
        if (account == null || !right) {
            throw LoginProblem.LOGIN_REFUSED.with();
        }
        throttle.giveBack(taken);
        StoreId store = attempt.realm() == Realm.STAFF ? choose(account, attempt.store()) : null;
        return begin(account, store, attempt, origin);
    }

    private StaffLogin begin(
            StaffCredentials.Account account, @Nullable StoreId store, Attempt attempt, Origin origin) {
        boolean confirmed = false;
        if (account.phone() != null && attempt.codeSession() != null && attempt.code() != null) {
            check.check(CodePurpose.NEW_DEVICE, account.phone(), attempt.codeSession(), attempt.code());
            confirmed = true;
        }
        return switch (begin.begin(account, store, attempt.deviceId(), confirmed)) {
            case BeginStaffLogin.Outcome.Begun begun -> begun.login();
            case BeginStaffLogin.Outcome.NewDevice device -> {
                CodeSent sent = send.send(CodePurpose.NEW_DEVICE, device.phone(), origin);
                throw LoginProblem.NEW_DEVICE.with(
                        "session", sent.session(), "expiresAt", sent.expiresAt().toString());
            }
        };
    }

    private static StoreId choose(StaffCredentials.Account account, @Nullable StoreId asked) {
        if (asked != null) {
            if (!account.stores().contains(asked)) {
                throw LoginProblem.LOGIN_REFUSED.with();
            }
            return asked;
        }
        if (account.stores().size() == 1) {
            return account.stores().iterator().next();
        }
        throw LoginProblem.STORE_NEEDED.with(
                "stores",
                account.stores().stream()
                        .sorted(Comparator.comparing(StoreId::value))
                        .map(StoreId::text)
                        .toList());
    }
}
