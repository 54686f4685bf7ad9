package io.mendian.analytics.facts.client;

import io.mendian.runtime.hold.OrderStandings;
import org.springframework.cloud.openfeign.FeignClient;

/** Asks order-service once more for a sale whose news nobody could read. */
@FeignClient(name = "order-service", contextId = "order-standings", primary = false)
public interface OrderStandingClient extends OrderStandings {}
