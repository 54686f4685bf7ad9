package io.mendian.booking.place;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the newest master data of a store; an older change never overwrites it. */
@UseCase
public class CopyStore {

    private final PlaceMapper places;

    CopyStore(PlaceMapper places) {
        this.places = places;
    }

    @Transactional
    public void copy(StoreId storeId, String name, String zone, boolean active, Instant changedAt) {
        places.putStore(storeId.value(), name, zone, active, changedAt);
    }
}
