package io.mendian.member.staff;

import io.mendian.kernel.StoreId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be hired.
 *
 * @param login the name to sign in with; the phone number when null
 * @param password when null, one for a single use is made, which must be changed
 * @param region path of the region a region manager works for, such as {@code /华东/上海}
 */
public record NewStaff(
        Role role,
        String name,
        @Nullable String phone,
        @Nullable String login,
        @Nullable String password,
        Set<StoreId> stores,
        @Nullable String region) {

    public NewStaff in(StoreId store) {
        return new NewStaff(role, name, phone, login, password, Set.of(store), region);
    }
}
