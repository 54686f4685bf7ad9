package io.mendian.inventory.product;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the newest master data of a store; an older change never overwrites it. */
@UseCase
public class CopyStore {

    private final ProductMapper products;

    CopyStore(ProductMapper products) {
        this.products = products;
    }

    /** A store's master data as of an instant. */
    public record Store(
            StoreId storeId, String code, String name, String kind, String zone, boolean active, Instant changedAt) {}

    @Transactional
    public void copy(Store store) {
        products.putStore(
                store.storeId().value(),
                store.code(),
                store.name(),
                store.kind(),
                store.zone(),
                store.active(),
                store.changedAt());
    }
}
