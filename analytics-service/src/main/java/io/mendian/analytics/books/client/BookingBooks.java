package io.mendian.analytics.books.client;

import org.springframework.cloud.openfeign.FeignClient;

/** The books of booking-service. */
@FeignClient(name = "booking-service", contextId = "booking-books", primary = false)
public interface BookingBooks extends ServiceBooks {}
