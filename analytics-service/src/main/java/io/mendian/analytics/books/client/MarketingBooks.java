package io.mendian.analytics.books.client;

import org.springframework.cloud.openfeign.FeignClient;

/** The books of marketing-service. */
@FeignClient(name = "marketing-service", contextId = "marketing-books", primary = false)
public interface MarketingBooks extends ServiceBooks {}
