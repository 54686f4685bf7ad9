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

    /** A coupon and its fate: RETURNED, EXPIRED, WITHDRAWN, KEPT; NOT_YET as long as not all of the order has come back. */
    record Coupon(
            String couponId,
            String name,
            String fate,
            @Nullable Instant validTo) {}

    @GetMapping("/internal/v1/orders/{orderId}/coupon-returns")
    List<Coupon> ofOrder(@PathVariable("orderId") String orderId);
}
