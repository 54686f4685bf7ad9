package io.mendian.inventory.stock;

import io.mendian.inventory.product.ProductQueries;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** Sets below how many pieces on hand a store wants to be told; null: never. A store that is below already is told at its next movement. */
@UseCase
public class SetSafetyStock {

    private final StockMapper stock;
    private final ProductQueries products;

    SetSafetyStock(StockMapper stock, ProductQueries products) {
        this.stock = stock;
        this.products = products;
    }

    @Transactional
    public void set(StoreId store, SkuId sku, @Nullable Long quantity) {
        products.requireStocked(sku, null);
        stock.open(store.value(), sku.value());
        stock.setSafety(store.value(), sku.value(), quantity);
        StockRow row = stock.lock(store.value(), List.of(sku.value())).getFirst();
        if (row.low() && (row.safety() == null || row.onHand() >= row.safety())) {
            stock.setLow(store.value(), sku.value(), false);
        }
    }
}
