package io.mendian.order.refund.client;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks marketing-service what becomes of an order's coupons when it is refunded in full. */
@FeignClient(name = "marketing-service", contextId = "refund-coupons", primary = false)
public interface CouponReturnClient {

    /** USED coupons come back or have expired; those given FOR the purchase are withdrawn if unused. */
    record Coupon(
            String couponId,
            String name,
            String fate,
            @Nullable Instant validTo) {}

    @GetMapping("/internal/v1/orders/{orderId}/coupon-returns")
    List<Coupon> ofOrder(@PathVariable("orderId") String orderId);
}
