package io.mendian.order.store.client;

import java.time.LocalTime;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A store of member-service, asked for when its event is still on the way. */
@FeignClient(name = "member-service", contextId = "stores", primary = false)
public interface StoreClient {

    /** What a sale needs to know of a store. */
    record StoreAnswer(String storeId, String code, String name, String zone, LocalTime dayEnds, boolean active) {}

    @GetMapping("/internal/v1/stores/{id}")
    StoreAnswer store(@PathVariable("id") String id);
}
