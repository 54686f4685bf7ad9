package io.mendian.order.fulfilment;

import io.mendian.order.ordering.Recipient;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an order goes and by whom; {@code recipient} is null for a pickup, and once it was purged. */
record Delivery(
        @Nullable Recipient recipient,
        @Nullable String carrier,
        @Nullable String trackingNo,
        @Nullable Instant shippedAt,
        @Nullable Instant receiveBy,
        @Nullable Instant purgedAt) {}
