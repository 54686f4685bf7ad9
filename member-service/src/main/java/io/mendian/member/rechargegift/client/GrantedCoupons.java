package io.mendian.member.rechargegift.client;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Coupons that marketing-service has granted. */
@FeignClient(name = "marketing-service", contextId = "recharge-coupons", primary = false)
public interface GrantedCoupons {

    /** Takes a granted coupon back, now or as soon as it is free; again changes nothing. */
    @DeleteMapping("/internal/v1/coupon-grants/{grantId}")
    void withdraw(@PathVariable("grantId") String grantId);
}
