package io.mendian.member.staff.web;

import io.mendian.kernel.StoreId;
import io.mendian.member.staff.ChangeStaff;
import io.mendian.member.staff.NewStaff;
import io.mendian.member.staff.Role;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An account to be made or changed; login and password count only when it is made. */
record StaffRequest(
        @NotBlank @Size(max = 50) String name,
        @NotNull Role role,
        @Nullable @Size(max = 20) String phone,
        @Nullable @Size(max = 64) String login,
        @Nullable @Size(max = 128) String password,
        @Nullable @Size(max = 50) Set<StoreId> storeIds,
        @Nullable @Size(max = 200) String region) {

    NewStaff wish() {
        return new NewStaff(role, name, phone, login, password, stores(), region);
    }

    ChangeStaff.Change change() {
        return new ChangeStaff.Change(name, role, stores(), region);
    }

    private Set<StoreId> stores() {
        return storeIds == null ? Set.of() : Set.copyOf(storeIds);
    }
}
