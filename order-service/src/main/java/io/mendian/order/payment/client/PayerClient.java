package io.mendian.order.payment.client;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Asks member-service for the WeChat identity of a paying member; 404 when he has none. */
@FeignClient(name = "member-service", contextId = "payers", primary = false)
public interface PayerClient {

    /** The payer as the mini-program knows him; never logged, never answered. */
    record Payer(String openid) {}

    @GetMapping("/internal/v1/members/{memberKey}/payer")
    Payer payer(@PathVariable("memberKey") String memberKey);
}
