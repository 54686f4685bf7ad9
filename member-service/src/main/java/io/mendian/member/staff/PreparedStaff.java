package io.mendian.member.staff;

import io.mendian.kernel.StoreId;
import org.jspecify.annotations.Nullable;

/** Somebody to be hired, with his password hashed already: hashing takes too long for a transaction. */
public record PreparedStaff(
        NewStaff wish,
        LoginName login,
        String passwordHash,
        @Nullable String oneTimePassword) {

    public PreparedStaff in(StoreId store) {
        return new PreparedStaff(wish.in(store), login, passwordHash, oneTimePassword);
    }
}
