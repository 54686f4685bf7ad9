package io.mendian.member.login;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Realm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A signed-in member of staff: his tokens, and what the client shows or must ask for next. */
public record StaffLogin(
        String accessToken,
        java.time.Instant accessExpiresAt,
        String refreshToken,
        java.time.Instant refreshExpiresAt,
        Realm realm,
        String staffId,
        String role,
        @Nullable StoreId storeId,
        List<StoreId> storeIds,
        boolean mustChangePassword) {}
