package io.mendian.member.review.client;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Coupons that reviews brought, at marketing-service. */
@FeignClient(name = "marketing-service", contextId = "review-coupons", primary = false)
public interface ReviewCouponClient {

    /** Takes a granted coupon back, now or as soon as it is free; again changes nothing. */
    @DeleteMapping("/internal/v1/coupon-grants/{grantId}")
    void withdraw(@PathVariable("grantId") String grantId);
}
