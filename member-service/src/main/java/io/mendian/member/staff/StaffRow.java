package io.mendian.member.staff;

import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A row of {@code staff} with its stores; personal fields are sealed. */
record StaffRow(
        long id,
        Role role,
        String region,
        String loginSealed,
        String nameSealed,
        @Nullable String phoneSealed,
        String passwordHash,
        boolean mustChange,
        boolean active,
        Instant createdAt,
        @Nullable Instant leftAt,
        Set<StoreId> stores) {

    static String loginPlace(long id) {
        return "staff.login:" + id;
    }

    static String namePlace(long id) {
        return "staff.name:" + id;
    }

    static String phonePlace(long id) {
        return "staff.phone:" + id;
    }
}
