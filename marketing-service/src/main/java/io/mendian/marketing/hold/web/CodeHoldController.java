package io.mendian.marketing.hold.web;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.marketing.coupon.CodeGoods;
import io.mendian.marketing.hold.CouponHoldView;
import io.mendian.marketing.hold.HoldCouponCode;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CodeHoldController {

    private final CodeGoods goods;
    private final HoldCouponCode hold;

    CodeHoldController(CodeGoods goods, HoldCouponCode hold) {
        this.goods = goods;
        this.hold = hold;
    }

    record CodeRequest(
            @NotBlank @Size(max = 64) String code, @NotNull StoreId storeId) {}

    record CodeHoldRequest(
            @NotNull OrderId holdId,
            @NotNull @Pattern(regexp = TypedId.PATTERN) String couponId,
            @NotNull Instant expiresAt) {}

    @PostMapping("/internal/v1/coupon-code-quotes")
    @Allow
    @Operation(
            summary = "What a printed code gives at a store's counter without a purchase",
            description =
                    "Goods of a GIFT coupon without threshold, for whoever shows the code. Changes nothing; couponId is what"
                            + " is held next. 400 COUPON_CODE_MISTYPED; 404 COUPON_CODE_UNKNOWN; 409 COUPON_ALREADY_USED,"
                            + " COUPON_CODE_CLAIMED (by a member: he shows his own code), COUPON_CODE_NOT_HERE,"
                            + " COUPON_CODE_FOR_MEMBERS, COUPON_CODE_NEEDS_PURCHASE, COUPON_NOT_LIVE, COUPON_EXPIRED.")
    CodeGoods.Goods quote(@Valid @RequestBody CodeRequest body) {
        return goods.of(body.code, body.storeId);
    }

    @PostMapping("/internal/v1/coupon-code-holds")
    @Allow
    @Operation(
            summary = "Hold a printed code for an order without a member",
            description =
                    "holdId is the order id: the same again is the same hold; released as any coupon hold. A code is held by"
                            + " one order at a time. 409 COUPON_ALREADY_USED, COUPON_CODE_CLAIMED, COUPON_ALL_TAKEN,"
                            + " COUPON_ALL_TAKEN_TODAY, COUPON_NOT_LIVE, COUPON_HOLD_DIFFERS, COUPON_HOLD_ENDED.")
    CouponHoldView hold(@Valid @RequestBody CodeHoldRequest body) {
        return hold.hold(body.holdId, Long.parseLong(body.couponId), body.expiresAt);
    }
}
