package io.mendian.inventory.stock.web;

import io.mendian.inventory.stock.StockQueries;
import io.mendian.inventory.stock.StockView;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock for other services. */
@RestController
class InternalStockController {

    private final StockQueries queries;

    InternalStockController(StockQueries queries) {
        this.queries = queries;
    }

    record Quantities(SkuId skuId, long onHand, long reserved, long available) {}

    @Operation(
            summary = "Quantities of some SKUs in a store",
            description = "One entry per asked SKU, in SKU order; all zero for one that was never in the store.")
    @GetMapping("/internal/v1/stock")
    @Allow
    List<Quantities> stock(@RequestParam long storeId, @RequestParam @Size(min = 1, max = 200) List<Long> skuIds) {
        Map<Long, StockView> found = queries.ofSkus(StoreId.of(storeId), skuIds).stream()
                .collect(Collectors.toMap(view -> view.skuId().value(), Function.identity()));
        return new TreeSet<>(skuIds)
                .stream().map(id -> quantities(id, found.get(id))).toList();
    }

    private static Quantities quantities(long id, @org.jspecify.annotations.Nullable StockView view) {
        return view == null
                ? new Quantities(SkuId.of(id), 0, 0, 0)
                : new Quantities(view.skuId(), view.onHand(), view.reserved(), view.available());
    }
}
