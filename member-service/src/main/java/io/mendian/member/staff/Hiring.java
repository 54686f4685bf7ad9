package io.mendian.member.staff;

import io.mendian.kernel.StoreId;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Caller;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes staff accounts in two steps: the slow hash first, the rows inside the caller's transaction. */
@Component
public class Hiring {

    private final StaffAccounts accounts;
    private final Passwords passwords;
    private final FieldCipher cipher;
    private final StaffQueries queries;
    private final Clock clock;

    Hiring(StaffAccounts accounts, Passwords passwords, FieldCipher cipher, StaffQueries queries, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.cipher = cipher;
        this.queries = queries;
        this.clock = clock;
    }

    /** Checks the wish and hashes its password. A password that was given stays; a made one must be changed. */
    public PreparedStaff prepare(NewStaff wish) {
        String typed = wish.login() != null && !wish.login().isBlank() ? wish.login() : wish.phone();
        if (typed == null || typed.isBlank()) {
            throw StaffProblem.LOGIN_NAME_MISSING.with();
        }
        LoginName login = LoginName.of(typed);
        if (wish.password() != null) {
            return new PreparedStaff(wish, login, passwords.hashChosen(wish.password(), login.text()), null);
        }
        String made = passwords.generate();
        return new PreparedStaff(wish, login, passwords.hash(made), made);
    }

    /** Inserts the account. The hirer may only give rights he has, in stores he reaches; null is the platform itself. */
    @Transactional(propagation = Propagation.MANDATORY)
    public HiredStaff insert(PreparedStaff prepared, @Nullable Caller hirer) {
        NewStaff wish = prepared.wish();
        StaffScope.requireFits(wish.role(), wish.stores(), wish.region());
        if (hirer != null) {
            StaffScope.requireMayGive(hirer, wish.role(), wish.stores());
        }
        long id = Ids.next();
        boolean boundToStores = wish.role().scope() == Role.Scope.STORES;
        String phone = wish.phone() == null || wish.phone().isBlank()
                ? null
                : PhoneNumber.of(wish.phone()).e164();
        StaffRow row = new StaffRow(
                id,
                wish.role(),
                StaffScope.region(wish.region()),
                cipher.encrypt(prepared.login().text(), StaffRow.loginPlace(id)),
                cipher.encrypt(wish.name().strip(), StaffRow.namePlace(id)),
                phone == null ? null : cipher.encrypt(phone, StaffRow.phonePlace(id)),
                prepared.passwordHash(),
                prepared.oneTimePassword() != null,
                true,
                clock.instant(),
                null,
                boundToStores ? wish.stores() : java.util.Set.<StoreId>of());
        accounts.insert(
                row, prepared.login(), hirer == null ? null : hirer.staffId().value());
        return new HiredStaff(queries.view(row), prepared.oneTimePassword());
    }
}
