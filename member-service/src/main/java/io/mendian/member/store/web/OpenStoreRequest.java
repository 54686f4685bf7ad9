package io.mendian.member.store.web;

import io.mendian.member.staff.NewStaff;
import io.mendian.member.staff.Role;
import io.mendian.member.store.StoreKind;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store with its people. Zone, end of day and role have defaults: Asia/Shanghai, 00:00, CLERK. */
record OpenStoreRequest(
        @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}")
        String code,

        @NotBlank @Size(max = 100) String name,
        @NotNull StoreKind kind,
        @Nullable @Size(max = 40) String zone,
        @Nullable LocalTime dayEnds,
        @Nullable @Size(max = 200) String region,
        @NotNull @Valid Person manager,
        @Nullable @Size(max = 50) @Valid List<Person> clerks) {

    /** Somebody who works there from the first day. */
    record Person(
            @NotBlank @Size(max = 50) String name,
            @Nullable @Size(max = 20) String phone,
            @Nullable @Size(max = 64) String login,
            @Nullable @Size(max = 128) String password,
            @Nullable Role role) {

        NewStaff as(Role otherwise) {
            return new NewStaff(
                    Objects.requireNonNullElse(role, otherwise), name, phone, login, password, Set.of(), null);
        }
    }

    String zoneOrDefault() {
        return zone == null ? "Asia/Shanghai" : zone;
    }

    LocalTime dayEndsOrDefault() {
        return dayEnds == null ? LocalTime.MIDNIGHT : dayEnds;
    }

    List<NewStaff> people() {
        List<NewStaff> people = new ArrayList<>();
        people.add(manager.as(Role.STORE_MANAGER));
        if (clerks != null) {
            clerks.forEach(clerk -> people.add(clerk.as(Role.CLERK)));
        }
        return people;
    }
}
