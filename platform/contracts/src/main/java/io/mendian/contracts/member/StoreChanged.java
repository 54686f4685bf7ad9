package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A store's master data changed; carries all of it. */
@EventType(topic = "mendian.store", type = "store.changed.v1")
public record StoreChanged(
        StoreId storeId,
        String code,
        String name,
        String kind,
        String zone,
        LocalTime dayEnds,
        @Nullable String region,
        boolean active,
        Instant changedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return storeId.text();
    }
}
