package io.mendian.analytics.books.client;

import org.springframework.cloud.openfeign.FeignClient;

/** The books of order-service. */
@FeignClient(name = "order-service", contextId = "order-books", primary = false)
public interface OrderBooks extends ServiceBooks {}
