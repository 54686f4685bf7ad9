package io.mendian.marketing.hold.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.TypedId;
import io.mendian.marketing.hold.CouponHoldView;
import io.mendian.marketing.hold.HoldCoupons;
import io.mendian.marketing.hold.HoldCouponsCommand;
import io.mendian.marketing.hold.ReleaseCoupons;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CouponHoldController {

    private final HoldCoupons hold;
    private final ReleaseCoupons release;

    CouponHoldController(HoldCoupons hold, ReleaseCoupons release) {
        this.hold = hold;
        this.release = release;
    }

    record HoldRequest(
            @NotNull OrderId holdId,
            @NotNull MemberKey memberKey,
            @NotEmpty @Size(max = 20) List<@Pattern(regexp = TypedId.PATTERN) String> couponIds,
            @NotNull Instant expiresAt,
            @Nullable Map<String, Long> discountsMinor) {

        HoldCouponsCommand command() {
            Map<Long, Long> discounts = new LinkedHashMap<>();
            for (String id : couponIds) {
                Long discount = discountsMinor == null ? null : discountsMinor.get(id);
                discounts.put(Long.parseLong(id), discount == null ? 0 : discount);
            }
            return new HoldCouponsCommand(holdId, memberKey, discounts, expiresAt);
        }
    }

    @PostMapping("/internal/v1/coupon-holds")
    @Allow
    @Operation(
            summary = "Hold a member's coupons for an order",
            description =
                    "holdId is the order id: the same id with the same content is the same hold. All coupons or none, 1 to"
                            + " 20. discountsMinor (optional) says what each coupon took off by the quote, in the smallest currency unit;"
                            + " it is told on in CouponUsed. 409 COUPON_ALREADY_USED, COUPON_EXPIRED, COUPON_NOT_YET_VALID,"
                            + " COUPON_HOLD_DIFFERS, COUPON_HOLD_ENDED; 404 COUPON_UNKNOWN also for another member's coupon.")
    CouponHoldView hold(@Valid @RequestBody HoldRequest body) {
        return hold.hold(body.command());
    }

    @DeleteMapping("/internal/v1/coupon-holds/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(summary = "Release a hold", description = "204 also when the hold is gone or never was.")
    void release(@PathVariable long holdId) {
        release.release(OrderId.of(holdId));
    }
}
