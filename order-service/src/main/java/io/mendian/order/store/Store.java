package io.mendian.order.store;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A store as this service knows it. {@code closedUntil}: the last business date whose till was closed. */
public record Store(
        StoreId id,
        String code,
        String name,
        BusinessDay day,
        boolean active,
        @Nullable LocalDate closedUntil) {

    /** The business date that a sale made now counts for: after the close of a day it is the next one. */
    public LocalDate businessDateOf(Instant instant) {
        LocalDate date = day.dateOf(instant);
        return closedUntil == null || date.isAfter(closedUntil) ? date : closedUntil.plusDays(1);
    }
}
