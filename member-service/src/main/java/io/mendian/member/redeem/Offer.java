package io.mendian.member.redeem;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A coupon that can be had for points.
 *
 * @param templateId the coupon template at marketing-service
 * @param stock null is without end
 * @param taken redemptions that are done or under way
 * @param limitPerMember null is without limit
 */
public record Offer(
        String offerId,
        String name,
        String templateId,
        long points,
        @Nullable Long stock,
        long taken,
        @Nullable Integer limitPerMember,
        Instant from,
        Instant until,
        boolean active) {}
