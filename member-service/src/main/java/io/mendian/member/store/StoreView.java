package io.mendian.member.store;

import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A store. {@code dayEnds} is the local time at which its business day ends; {@code version} guards changes. */
public record StoreView(
        StoreId storeId,
        String code,
        String name,
        StoreKind kind,
        String zone,
        LocalTime dayEnds,
        @Nullable String region,
        boolean active,
        long version,
        Instant openedAt) {}
