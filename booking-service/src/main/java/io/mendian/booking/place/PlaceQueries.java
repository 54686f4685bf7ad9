package io.mendian.booking.place;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Looks up the copies of stores and services. */
@Component
public class PlaceQueries {

    private static final int UNKNOWN_LENGTH = 60;
    private final PlaceMapper places;

    PlaceQueries(PlaceMapper places) {
        this.places = places;
    }

    /** An open store; one that never opened or has closed answers like a missing one. */
    public Place requireStore(StoreId storeId) {
        StoreRow row = places.findStore(storeId.value());
        if (row == null || !row.active()) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return new Place(storeId, row.name(), ZoneId.of(row.zone()));
    }

    public Service requireService(SkuId skuId) {
        ServiceRow row = places.findService(skuId.value());
        if (row == null || !row.active() || !row.kind().equals("SERVICE")) {
            throw PlaceProblem.SERVICE_UNKNOWN.with("skuId", skuId);
        }
        return service(row);
    }

    private static Service service(ServiceRow row) {
        int minutes = Objects.requireNonNullElse(row.durationMinutes(), UNKNOWN_LENGTH);
        return new Service(SkuId.of(row.skuId()), row.name(), Duration.ofMinutes(minutes));
    }

    public ServiceRule rule(SkuId skuId) {
        RuleRow row = places.findRule(skuId.value());
        return row == null
                ? ServiceRule.DEFAULT
                : new ServiceRule(
                        row.needsPlace(),
                        new BookingRule(
                                row.opensDaysBefore(),
                                row.closesMinutesBefore(),
                                row.cancelMinutesBefore(),
                                row.cardUse()));
    }
}
