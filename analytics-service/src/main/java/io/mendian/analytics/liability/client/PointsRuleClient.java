package io.mendian.analytics.liability.client;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.GetMapping;

/** What points are worth, as member-service says. */
@FeignClient(name = "member-service", contextId = "points-rule", primary = false)
public interface PointsRuleClient {

    /** How many points pay one unit of the currency. */
    record Rule(long pointsPerCurrencyUnit) {}

    @GetMapping("/internal/v1/points-rule")
    Rule current();
}
