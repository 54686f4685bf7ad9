package io.mendian.contracts.booking;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.EventType;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member came and was checked in; cardId names the card that paid, if one did. */
@EventType(topic = "mendian.booking", type = "booking.checked-in.v1")
public record BookingCheckedIn(
        String bookingId,
        String kind,
        StoreId storeId,
        MemberKey memberKey,
        SkuId serviceSkuId,
        @Nullable StaffId staffId,
        @Nullable String cardId,
        Instant checkedInAt)
        implements DomainEvent {

    @Override
    public String key() {
        return bookingId;
    }
}
