package io.mendian.marketing.coupon.web;

import io.mendian.kernel.OrderId;
import io.mendian.marketing.coupon.CouponReturns;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CouponReturnController {

    private final CouponReturns returns;

    CouponReturnController(CouponReturns returns) {
        this.returns = returns;
    }

    @GetMapping("/internal/v1/orders/{orderId}/coupon-returns")
    @Allow
    @Operation(
            summary = "What becomes of an order's coupons if all of it is refunded now",
            description =
                    "Used ones come back (RETURNED) or have expired (EXPIRED); those given for the purchase are WITHDRAWN"
                            + " if unused, KEPT otherwise. At most 100. Changes nothing.")
    List<CouponReturns.Coupon> ofOrder(@PathVariable long orderId) {
        return returns.ofOrder(OrderId.of(orderId));
    }
}
