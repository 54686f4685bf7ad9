package io.mendian.order.ordering.client;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What checkout asks of inventory-service: to hold the goods. */
@FeignClient(name = "inventory-service", contextId = "checkout-inventory", primary = false)
public interface InventoryClient {

    /** Pieces of a SKU. */
    record Pieces(SkuId skuId, long quantity) {}

    /** Goods to be kept for an order until its deadline, all or nothing. */
    record StockHoldRequest(String holdId, StoreId storeId, Instant expiresAt, List<Pieces> lines) {}

    @PostMapping("/internal/v1/holds")
    void hold(@RequestBody StockHoldRequest request);

    @DeleteMapping("/internal/v1/holds/{holdId}")
    void release(@PathVariable("holdId") String holdId);
}
