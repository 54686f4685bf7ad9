package io.mendian.member.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One row of the audit trail. */
public record AuditView(
        long position,
        Instant at,
        String actor,
        @Nullable String storeId,
        String address,
        String action,
        String subject,
        String facts,
        String hash) {}
