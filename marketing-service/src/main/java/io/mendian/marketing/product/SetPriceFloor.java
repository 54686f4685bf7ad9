package io.mendian.marketing.product;

import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Sets a product's lowest price and its cost, per piece; null takes it away. Quotes keep the floor from now on. */
@UseCase
public class SetPriceFloor {

    private final KnownSkuMapper mapper;
    private final Clock clock;

    SetPriceFloor(KnownSkuMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    @Transactional
    public void set(SkuId sku, @Nullable Long floorMinor, @Nullable Long costMinor) {
        Guard.one(mapper.price(sku.value(), floorMinor, costMinor, clock.instant()), ProductProblem.SKU_UNKNOWN::with);
    }
}
