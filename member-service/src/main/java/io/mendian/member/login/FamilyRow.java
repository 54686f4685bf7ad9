package io.mendian.member.login;

import io.mendian.runtime.security.Realm;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code login_family}: one login and everything refreshed from it. */
record FamilyRow(
        long id,
        Realm realm,
        long subject,
        @Nullable Long storeId,
        @Nullable Instant revokedAt) {}
