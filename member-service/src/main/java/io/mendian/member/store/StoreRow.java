package io.mendian.member.store;

import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalTime;

/** A row of {@code store}; the region is empty where there is none. */
record StoreRow(
        long id,
        String code,
        String name,
        StoreKind kind,
        String zone,
        LocalTime dayEnds,
        String region,
        boolean active,
        long version,
        Instant openedAt) {

    StoreView view() {
        return new StoreView(
                StoreId.of(id),
                code,
                name,
                kind,
                zone,
                dayEnds,
                region.isEmpty() ? null : region,
                active,
                version,
                openedAt);
    }
}
