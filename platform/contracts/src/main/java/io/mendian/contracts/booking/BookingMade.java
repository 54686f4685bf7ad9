package io.mendian.contracts.booking;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member holds a class seat (CLASS) or an appointment (APPOINTMENT). */
@EventType(topic = "mendian.booking", type = "booking.made.v1")
public record BookingMade(
        String bookingId,
        String kind,
        StoreId storeId,
        MemberKey memberKey,
        SkuId serviceSkuId,
        @Nullable String sessionId,
        @Nullable StaffId staffId,
        Instant startsAt,
        Instant endsAt,
        Instant madeAt)
        implements DomainEvent {

    @Override
    public String key() {
        return bookingId;
    }
}
