package io.mendian.inventory.hold.client;

import io.mendian.runtime.hold.OrderStandings;
import org.springframework.cloud.openfeign.FeignClient;

/** Asks order-service whether what is held past its deadline is still needed. */
@FeignClient(name = "order-service", contextId = "order-standings", primary = false)
public interface OrderStandingClient extends OrderStandings {}
