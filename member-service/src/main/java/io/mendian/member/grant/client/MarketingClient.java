package io.mendian.member.grant.client;

import io.mendian.kernel.MemberKey;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Coupons from marketing-service. */
@FeignClient(name = "marketing-service", contextId = "coupon-grants", primary = false)
public interface MarketingClient {

    /** A coupon for a member; the same grantId is the same coupon. */
    record Wish(String grantId, String templateId, MemberKey memberKey, String cause) {}

    /** The coupon that was granted. */
    record Granted(String couponId) {}

    @PostMapping("/internal/v1/coupon-grants")
    Granted grant(@RequestBody Wish wish);
}
