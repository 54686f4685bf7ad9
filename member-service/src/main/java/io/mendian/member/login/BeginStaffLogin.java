package io.mendian.member.login;

import io.mendian.kernel.StoreId;
import io.mendian.member.staff.StaffCredentials;
import io.mendian.runtime.persistence.UseCase;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Gives tokens to somebody whose password was right. Locks the account, so that a dismissal cannot slip in between. */
@UseCase
public class BeginStaffLogin {

    private final StaffCredentials staff;
    private final TokenIssue issue;

    BeginStaffLogin(StaffCredentials staff, TokenIssue issue) {
        this.staff = staff;
        this.issue = issue;
    }

    @Transactional
    public StaffLogin begin(StaffCredentials.Account checked, @Nullable StoreId store, @Nullable String deviceId) {
        StaffCredentials.Account account = staff.requireLocked(checked.id());
        boolean still = account.active()
                && account.passwordHash().equals(checked.passwordHash())
                && account.realm() == checked.realm()
                && (store == null || account.stores().contains(store));
        if (!still) {
            throw LoginProblem.LOGIN_REFUSED.with();
        }
        String device = deviceId == null ? null : Secrets.hash(deviceId);
        TokenPair pair = issue.begin(account.realm(), account.id().value(), store, device);
        return new StaffLogin(
                pair.accessToken(),
                pair.accessExpiresAt(),
                pair.refreshToken(),
                pair.refreshExpiresAt(),
                account.realm(),
                account.id().text(),
                account.role().name(),
                store,
                account.stores().stream()
                        .sorted(Comparator.comparing(StoreId::value))
                        .toList(),
                account.mustChange());
    }
}
