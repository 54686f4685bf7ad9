package io.mendian.booking.place;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the newest published version of a service; an older one never overwrites it. */
@UseCase
public class CopyService {

    private final PlaceMapper places;

    CopyService(PlaceMapper places) {
        this.places = places;
    }

    @Transactional
    public void copy(SkuPublished sku) {
        places.putService(new ServiceRow(
                sku.skuId().value(), sku.version(), sku.kind(), sku.name(), sku.durationMinutes(), sku.active()));
    }
}
