package io.mendian.marketing.coupon.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.TypedId;
import io.mendian.marketing.coupon.GrantCoupon;
import io.mendian.marketing.coupon.WithdrawGrant;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CouponGrantController {

    private final GrantCoupon grant;
    private final WithdrawGrant withdraw;

    CouponGrantController(GrantCoupon grant, WithdrawGrant withdraw) {
        this.grant = grant;
        this.withdraw = withdraw;
    }

    record GrantRequest(
            @NotBlank @Size(max = 64) String grantId,
            @NotNull @Pattern(regexp = TypedId.PATTERN) String templateId,
            @NotNull MemberKey memberKey,
            @NotBlank @Size(max = 96) String cause) {}

    record GrantView(String couponId) {}

    @PostMapping("/internal/v1/coupon-grants")
    @Allow
    @Operation(
            summary = "Give a member a coupon, for points redeemed, a recharge or a streak",
            description =
                    "The same grantId is the same coupon. 409 COUPON_GRANT_REFUSED with reason: COUPON_TEMPLATE_UNKNOWN,"
                            + " COUPON_NOT_LIVE, COUPON_ALL_TAKEN, COUPON_ALL_TAKEN_TODAY, COUPON_MEMBER_LIMIT,"
                            + " COUPON_NEW_MEMBERS_ONLY, or GRANT_DIFFERS when the id was used for another template or member. A"
                            + " refused grant may be asked for again.")
    GrantView grant(@Valid @RequestBody GrantRequest body) {
        return new GrantView(
                grant.grant(body.grantId(), Long.parseLong(body.templateId()), body.memberKey(), body.cause()));
    }

    @DeleteMapping("/internal/v1/coupon-grants/{grantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(
            summary = "Take a granted coupon back",
            description =
                    "Free: withdrawn at once; held or used: as soon as it would come free. 204 also when there is none.")
    void withdraw(@PathVariable String grantId) {
        withdraw.withdraw(grantId);
    }
}
