package io.mendian.booking.place;

import io.mendian.kernel.SkuId;
import java.time.Duration;

/** A bookable service and how long it takes. */
public record Service(SkuId skuId, String name, Duration duration) {}
