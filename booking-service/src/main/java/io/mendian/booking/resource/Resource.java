package io.mendian.booking.resource;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person, room or piece of equipment of a store. No services listed: usable for every one. {@code name} is shown to members. */
public record Resource(
        String resourceId,
        StoreId storeId,
        ResourceKind kind,
        String name,
        @Nullable StaffId staffId,
        boolean active,
        List<SkuId> serviceSkuIds) {

    public long id() {
        return Long.parseLong(resourceId);
    }

    /** A person is taken over all stores at once, a room only where it is. */
    public Unit unit() {
        return staffId == null ? new Unit(Unit.Kind.PLACE, id()) : new Unit(Unit.Kind.STAFF, staffId.value());
    }

    public Named named() {
        return new Named(id(), name, staffId);
    }

    /** A resource as bookings and classes name it. */
    public record Named(
            long resourceId, String name, @Nullable StaffId staffId) {}

    boolean serves(SkuId service) {
        return serviceSkuIds.isEmpty() || serviceSkuIds.contains(service);
    }
}
