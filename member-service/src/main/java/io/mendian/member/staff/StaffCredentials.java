package io.mendian.member.staff;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a login needs to know of an account. */
@Component
public class StaffCredentials {

    private final StaffAccounts accounts;
    private final FieldCipher cipher;
    private final Clock clock;

    StaffCredentials(StaffAccounts accounts, FieldCipher cipher, Clock clock) {
        this.accounts = accounts;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * An account with its reach as of now.
     *
     * @param stores the stores it reaches; empty for the whole chain
     */
    public record Account(
            StaffId id,
            Realm realm,
            Role role,
            String passwordHash,
            boolean mustChange,
            boolean active,
            boolean chainWide,
            Set<StoreId> stores,
            @Nullable String phone) {

        /** None until a one-time password is changed. */
        public Set<Right> rights() {
            return mustChange ? Set.of() : role.rights();
        }
    }

    public Optional<Account> byLogin(LoginName login) {
        return accounts.findByLogin(login).map(this::account);
    }

    public Optional<Account> byId(StaffId id) {
        return accounts.find(id).map(this::account);
    }

    /** Locks the account until commit: a login and a dismissal of the same person wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account requireLocked(StaffId id) {
        return account(accounts.requireLocked(id));
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void changePassword(StaffId id, String hash) {
        accounts.password(id, hash, false, Timestamp.from(clock.instant()));
    }

    public String loginOf(StaffId id) {
        return accounts.find(id)
                .map(row -> cipher.decrypt(row.loginSealed(), StaffRow.loginPlace(row.id())))
                .orElse("");
    }

    /** Whether headquarters has anybody yet. */
    public boolean headquartersExists() {
        return accounts.anyHeadquarters();
    }

    private Account account(StaffRow row) {
        Set<StoreId> stores =
                switch (row.role().scope()) {
                    case CHAIN -> Set.of();
                    case REGION -> accounts.storesBelow(row.region());
                    case STORES -> row.stores();
                };
        return new Account(
                StaffId.of(row.id()),
                row.role().realm(),
                row.role(),
                row.passwordHash(),
                row.mustChange(),
                row.active(),
                row.role().scope() == Role.Scope.CHAIN,
                stores,
                row.phoneSealed() == null ? null : cipher.decrypt(row.phoneSealed(), StaffRow.phonePlace(row.id())));
    }
}
