package io.mendian.order.refund.client;

import io.mendian.contracts.order.OrderRefunded;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Asks member-service what a refund would do to its member's assets, without doing it. */
@FeignClient(name = "member-service", contextId = "refund-effects", primary = false)
public interface RefundEffectsClient {

    /** Points that come back together, and when they expire. */
    record Lot(long points, Instant expiresAt) {}

    /** The member before and after; {@code pointsOwed} could not be taken and is paid by later earnings. */
    record Effects(
            long pointsTakenBack,
            long pointsOwed,
            List<Lot> lotsReturned,
            @Nullable String levelNow,
            @Nullable String levelThen,
            long principalMinor,
            long bonusMinor) {}

    @PostMapping("/internal/v1/refund-previews")
    Effects preview(@RequestBody OrderRefunded refund);
}
