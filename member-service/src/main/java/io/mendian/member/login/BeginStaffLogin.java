package io.mendian.member.login;

import io.mendian.kernel.StoreId;
import io.mendian.member.staff.StaffCredentials;
import io.mendian.runtime.persistence.UseCase;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives tokens to somebody whose password was right. Locks the account, so that a dismissal cannot slip in between. An
 * unseen device gets none until the code sent to the bound phone has come back.
 */
@UseCase
public class BeginStaffLogin {

    private final StaffCredentials staff;
    private final TokenIssue issue;
    private final KnownDevices devices;

    BeginStaffLogin(StaffCredentials staff, TokenIssue issue, KnownDevices devices) {
        this.staff = staff;
        this.issue = issue;
        this.devices = devices;
    }

    /** The login, or the phone that must confirm the new device first. */
    public sealed interface Outcome {
        record Begun(StaffLogin login) implements Outcome {}

        record NewDevice(String phone) implements Outcome {}
    }

    @Transactional
    public Outcome begin(
            StaffCredentials.Account checked, @Nullable StoreId store, @Nullable String deviceId, boolean confirmed) {
        StaffCredentials.Account account = staff.requireLocked(checked.id());
        boolean still = account.active()
                && account.passwordHash().equals(checked.passwordHash())
                && account.realm() == checked.realm()
                && (store == null || account.stores().contains(store));
        if (!still) {
            throw LoginProblem.LOGIN_REFUSED.with();
        }
        // clients that name no device share one nameless device per account
        String device = Secrets.hash("device:" + (deviceId == null ? "" : deviceId));
        String phone = account.phone();
        if (phone != null && !confirmed && !devices.trusts(account.id().value(), device)) {
            return new Outcome.NewDevice(phone);
        }
        devices.remember(account.id().value(), device);
        TokenPair pair = issue.begin(account.realm(), account.id().value(), store, device);
        return new Outcome.Begun(new StaffLogin(
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
                account.mustChange()));
    }
}
