package io.mendian.booking.place.web;

import io.mendian.booking.place.BookingRule;
import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.place.ServiceRule;
import io.mendian.booking.place.SetServiceRule;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.PositiveOrZero;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How services are booked by appointment. */
@RestController
class ServiceRuleController {

    private final SetServiceRule setServiceRule;
    private final PlaceQueries queries;

    ServiceRuleController(SetServiceRule setServiceRule, PlaceQueries queries) {
        this.setServiceRule = setServiceRule;
        this.queries = queries;
    }

    record RuleRequest(
            boolean needsPlace,
            @PositiveOrZero @Max(365) int opensDaysBefore,
            @PositiveOrZero @Max(100_000) int closesMinutesBefore,
            @PositiveOrZero @Max(100_000) int cancelMinutesBefore,
            boolean cardUse) {}

    @Operation(
            summary = "Set how a service is booked",
            description =
                    "needsPlace: a free room or equipment is booked with the person. Opens at midnight opensDaysBefore days "
                            + "before; closes and can be cancelled until so many minutes before the beginning. cardUse: check-in takes one "
                            + "use of a card. 404 SERVICE_UNKNOWN.")
    @ChainWide
    @PutMapping("/hq/v1/services/{skuId}/booking-rule")
    @Allow(Right.BOOKING_RULES)
    ServiceRule set(@PathVariable long skuId, @Valid @RequestBody RuleRequest body) {
        setServiceRule.set(
                SkuId.of(skuId),
                new ServiceRule(
                        body.needsPlace(),
                        new BookingRule(
                                body.opensDaysBefore(),
                                body.closesMinutesBefore(),
                                body.cancelMinutesBefore(),
                                body.cardUse())));
        return queries.rule(SkuId.of(skuId));
    }

    @Operation(summary = "How a service is booked", description = "The defaults when nothing was set.")
    @GetMapping("/hq/v1/services/{skuId}/booking-rule")
    @Allow({Right.BOOKING_RULES, Right.BOOKING_READ})
    ServiceRule get(@PathVariable long skuId) {
        queries.requireService(SkuId.of(skuId));
        return queries.rule(SkuId.of(skuId));
    }
}
