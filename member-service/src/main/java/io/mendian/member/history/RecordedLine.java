package io.mendian.member.history;

import org.jspecify.annotations.Nullable;

/**
 * A line of the consumption record; what came back is negative. Amounts in the smallest currency unit. {@code lineId} and
 * {@code skuId} name the line in its order; older rows do not have them.
 *
 * @param reviewable whether it was paid goods or a service, of which a review may be written
 */
public record RecordedLine(
        String name,
        long quantity,
        long netMinor,
        @Nullable String lineId,
        @Nullable String skuId,
        @Nullable Boolean reviewable) {}
