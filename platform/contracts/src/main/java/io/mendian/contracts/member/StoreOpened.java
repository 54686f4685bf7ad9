package io.mendian.contracts.member;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Headquarters opened a store. */
@EventType(topic = "mendian.store", type = "store.opened.v1")
public record StoreOpened(
        StoreId storeId,
        String code,
        String name,
        String kind,
        String zone,
        LocalTime dayEnds,
        @Nullable String region,
        Instant openedAt)
        implements DomainEvent {

    @Override
    public String key() {
        return storeId.text();
    }
}
