package io.mendian.inventory.product;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks up the copies of SKUs and stores. */
@Component
public class ProductQueries {

    private final ProductMapper products;

    ProductQueries(ProductMapper products) {
        this.products = products;
    }

    public Optional<Sku> find(SkuId skuId) {
        return Optional.ofNullable(products.findSku(skuId.value())).map(SkuRow::toSku);
    }

    /** The goods or gift that a line means, by id or else by barcode; refuses what no shelf can hold. */
    public Sku requireStocked(@Nullable SkuId skuId, @Nullable String barcode) {
        Sku sku = skuId != null
                ? find(skuId).orElseThrow(() -> ProductProblem.SKU_UNKNOWN.with("sku", skuId))
                : byBarcode(barcode);
        if (!sku.isStocked()) {
            throw ProductProblem.SKU_NOT_STOCKED.with("sku", sku.skuId(), "name", sku.name());
        }
        return sku;
    }

    private Sku byBarcode(@Nullable String barcode) {
        if (barcode == null || barcode.isBlank()) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "each line names a skuId or a barcode");
        }
        List<SkuRow> rows = products.findByBarcode(barcode);
        if (rows.isEmpty()) {
            throw ProductProblem.SKU_UNKNOWN.with("sku", barcode);
        }
        if (rows.size() > 1 && rows.get(0).active() == rows.get(1).active()) {
            throw ProductProblem.BARCODE_AMBIGUOUS.with("barcode", barcode);
        }
        return rows.getFirst().toSku();
    }

    /** Refuses a store that was never opened. */
    public void requireStore(StoreId storeId) {
        if (products.storeName(storeId.value()) == null) {
            throw CommonProblem.NOT_FOUND.with();
        }
    }
}
