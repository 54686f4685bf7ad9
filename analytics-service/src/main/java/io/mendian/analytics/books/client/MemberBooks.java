package io.mendian.analytics.books.client;

import org.springframework.cloud.openfeign.FeignClient;

/** The books of member-service. */
@FeignClient(name = "member-service", contextId = "member-books", primary = false)
public interface MemberBooks extends ServiceBooks {}
