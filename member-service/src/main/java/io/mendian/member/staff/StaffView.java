package io.mendian.member.staff;

import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Realm;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A staff account as others see it; the phone is masked. */
public record StaffView(
        StaffId staffId,
        Realm realm,
        Role role,
        String name,
        String login,
        @Nullable String phone,
        List<StoreId> storeIds,
        @Nullable String region,
        boolean active,
        boolean mustChangePassword,
        Instant createdAt,
        @Nullable Instant leftAt) {}
