package io.mendian.booking.place;

import io.mendian.kernel.StoreId;
import java.time.ZoneId;

/** A store and the zone its wall clock shows. */
public record Place(StoreId storeId, String name, ZoneId zone) {}
