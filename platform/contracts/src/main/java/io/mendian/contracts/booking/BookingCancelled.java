package io.mendian.contracts.booking;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import java.time.Instant;

/** A booking was given up; its seat or slot is free again. */
@EventType(topic = "mendian.booking", type = "booking.cancelled.v1")
public record BookingCancelled(
        String bookingId, String kind, StoreId storeId, MemberKey memberKey, String reason, Instant cancelledAt)
        implements DomainEvent {

    @Override
    public String key() {
        return bookingId;
    }
}
