package io.mendian.booking.place;

import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Transactional;

/** Sets how a service is booked from now on; bookings that were made keep the rule they were made under. */
@UseCase
public class SetServiceRule {

    private final PlaceMapper places;
    private final PlaceQueries queries;

    SetServiceRule(PlaceMapper places, PlaceQueries queries) {
        this.places = places;
        this.queries = queries;
    }

    @Transactional
    public void set(SkuId skuId, ServiceRule rule) {
        queries.requireService(skuId);
        places.putRule(new RuleRow(
                skuId.value(),
                rule.needsPlace(),
                rule.rule().opensDaysBefore(),
                rule.rule().closesMinutesBefore(),
                rule.rule().cancelMinutesBefore(),
                rule.rule().cardUse()));
    }
}
