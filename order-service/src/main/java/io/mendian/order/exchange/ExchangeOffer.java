package io.mendian.order.exchange;

import io.mendian.kernel.SkuId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A product for points and, where {@code cashMinor} is not 0, cash; for one piece. {@code from} is included, {@code until} is
 * not. {@code limitPerMember} counts pieces; null is no limit.
 */
public record ExchangeOffer(
        String offerId,
        SkuId skuId,
        long points,
        long cashMinor,
        Instant from,
        Instant until,
        @Nullable Long limitPerMember) {

    public long id() {
        return Long.parseLong(offerId);
    }

    public boolean runsAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
