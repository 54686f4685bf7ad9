package io.mendian.booking.place;

import org.jspecify.annotations.Nullable;

record ServiceRow(
        long skuId,
        long version,
        String kind,
        String name,
        @Nullable Integer durationMinutes,
        boolean active) {}
