package io.mendian.inventory.product;

import io.mendian.contracts.order.SkuPublished;
import io.mendian.runtime.persistence.UseCase;
import java.util.TreeSet;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the newest published version of a SKU; an older one never overwrites it. */
@UseCase
public class CopySku {

    private final ProductMapper products;

    CopySku(ProductMapper products) {
        this.products = products;
    }

    @Transactional
    public void copy(SkuPublished sku) {
        long id = sku.skuId().value();
        products.putSku(new SkuRow(
                id, sku.version(), sku.code(), sku.kind(), sku.name(), sku.category(), sku.unit(), sku.active()));
        if (products.versionOf(id) == sku.version()) {
            products.forgetBarcodes(id);
            new TreeSet<>(sku.barcodes()).forEach(barcode -> products.addBarcode(barcode, id));
        }
    }
}
