package io.mendian.analytics.books.client;

import org.springframework.cloud.openfeign.FeignClient;

/** The books of inventory-service. */
@FeignClient(name = "inventory-service", contextId = "inventory-books", primary = false)
public interface InventoryBooks extends ServiceBooks {}
