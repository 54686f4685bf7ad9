package io.mendian.marketing.coupon.web;

import io.mendian.marketing.coupon.ClaimCoupon;
import io.mendian.marketing.coupon.ClaimableView;
import io.mendian.marketing.coupon.CouponQueries;
import io.mendian.marketing.coupon.CouponState;
import io.mendian.marketing.coupon.CouponView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CouponController {

    private final ClaimCoupon claim;
    private final CouponQueries queries;

    CouponController(ClaimCoupon claim, CouponQueries queries) {
        this.claim = claim;
        this.queries = queries;
    }

    @GetMapping("/app/v1/coupons/claimable")
    @Allow
    @Operation(
            summary = "The claim centre (领券中心)",
            description =
                    "Live templates that members may claim; after: the last templateId of the page before; limit 1 to 200.")
    List<ClaimableView> claimable(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit, Caller caller) {
        return queries.claimable(caller.memberKey(), after, Page.limit(limit));
    }

    @PostMapping("/app/v1/coupon-templates/{templateId}/claims")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow
    @Operation(
            summary = "Claim a coupon",
            description =
                    "409 COUPON_ALL_TAKEN, COUPON_ALL_TAKEN_TODAY, COUPON_MEMBER_LIMIT, COUPON_NEW_MEMBERS_ONLY, COUPON_ONCE_PER_PERSON,"
                            + " COUPON_NOT_LIVE, COUPON_NOT_CLAIMABLE; 404 COUPON_TEMPLATE_UNKNOWN, also for drafts.")
    CouponView claim(@PathVariable long templateId, Caller caller) {
        return claim.claim(templateId, caller.memberKey());
    }

    @GetMapping("/app/v1/coupons")
    @Allow
    @Operation(
            summary = "The member's own coupons",
            description =
                    "status AVAILABLE, HELD, USED, EXPIRED or WITHDRAWN; absent: all. after: the last couponId of the page"
                            + " before; limit 1 to 200.")
    List<CouponView> own(
            @RequestParam(required = false) @Nullable CouponState status,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "50") int limit,
            Caller caller) {
        return queries.own(caller.memberKey(), status, after, Page.limit(limit));
    }

    @GetMapping("/app/v1/coupons/{couponId}")
    @Allow
    @Operation(
            summary = "One of the member's own coupons",
            description = "404 COUPON_UNKNOWN, also for another member's.")
    CouponView one(@PathVariable long couponId, Caller caller) {
        return queries.require(caller.memberKey(), couponId);
    }
}
