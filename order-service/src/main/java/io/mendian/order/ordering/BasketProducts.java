package io.mendian.order.ordering;

import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.ScaleLabels;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.catalogue.SkuProblem;
import io.mendian.order.catalogue.SkuQueries;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the products of a basket, by id or by barcode. */
@Component
class BasketProducts {

    private final SkuQueries skus;
    private final ScaleLabels labels;

    BasketProducts(SkuQueries skus, ScaleLabels labels) {
        this.skus = skus;
        this.labels = labels;
    }

    /** A line of the basket with its product. */
    record Found(int no, Sku sku, Basket.Item item, ScaleLabels.@Nullable Pack pack) {}

    /** The lines with their products, numbered from 1; refuses what is unknown or not on sale. */
    List<Found> find(Basket basket) {
        Map<String, Sku> byBarcode = new HashMap<>();
        Map<String, ScaleLabels.Pack> packs = new HashMap<>();
        for (Basket.Item item : basket.items()) {
            String barcode = item.barcode();
            if (item.sku() == null && barcode != null && !byBarcode.containsKey(barcode)) {
                byBarcode.put(barcode, product(barcode, packs));
            }
        }
        Set<SkuId> ids = basket.items().stream()
                .map(Basket.Item::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<SkuId, Sku> byId = ids.isEmpty() ? Map.of() : skus.require(ids);
        List<Found> found = new ArrayList<>();
        for (Basket.Item item : basket.items()) {
            int no = found.size() + 1;
            Sku sku = item.sku() != null ? byId.get(item.sku()) : byBarcode.get(item.barcode());
            if (sku == null) {
                throw OrderProblem.LINE_WITHOUT_PRODUCT.with("line", no);
            }
            if (!sku.active() || sku.kind() == SkuKind.GIFT || sku.id().equals(Sku.TAKEOVER)) {
                throw OrderProblem.SKU_NOT_ON_SALE.with("name", sku.name());
            }
            if (sku.kind() == SkuKind.AMOUNT && basket.items().size() > 1) {
                throw OrderProblem.AMOUNT_STANDS_ALONE.with();
            }
            found.add(new Found(no, sku, item, item.sku() == null ? packs.get(item.barcode()) : null));
        }
        return found;
    }

    /** A barcode of a product, or the label of a scale. */
    private Sku product(String barcode, Map<String, ScaleLabels.Pack> packs) {
        return skus.byBarcode(barcode).orElseGet(() -> {
            ScaleLabels.Pack pack =
                    labels.read(barcode).orElseThrow(() -> SkuProblem.SKU_BARCODE_UNKNOWN.with("barcode", barcode));
            packs.put(barcode, pack);
            return pack.sku();
        });
    }
}
