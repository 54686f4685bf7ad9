package io.mendian.order.ordering;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.catalogue.SkuKind;
import io.mendian.order.ordering.client.InventoryClient;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a basket takes from the shelf, before it is an order. */
@Component
public class StockOfBasket {

    private final BasketProducts products;

    StockOfBasket(BasketProducts products) {
        this.products = products;
    }

    /** Pieces of one product. */
    public record Item(@Nullable SkuId sku, @Nullable String barcode, long quantity) {}

    /** The goods of the basket, a weighed pack in grams; refuses what is unknown or not on sale. */
    public List<InventoryClient.Pieces> of(List<Item> items) {
        Basket basket = new Basket(
                StoreId.of(0),
                items.stream()
                        .map(item -> new Basket.Item(item.sku, item.barcode, item.quantity, null))
                        .toList(),
                null,
                0);
        Map<Long, Long> bySku = new TreeMap<>();
        for (BasketProducts.Found line : products.find(basket)) {
            if (line.sku().kind() == SkuKind.GOODS) {
                Long grams = line.sku().grams();
                long pieces = Math.multiplyExact(line.item().quantity(), grams == null ? 1 : grams);
                bySku.merge(line.sku().id().value(), pieces, Math::addExact);
            }
        }
        return bySku.entrySet().stream()
                .map(entry -> new InventoryClient.Pieces(SkuId.of(entry.getKey()), entry.getValue()))
                .toList();
    }
}
