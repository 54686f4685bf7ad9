package io.mendian.booking.bookings;

import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.place.Service;
import io.mendian.booking.resource.Resource;
import io.mendian.booking.resource.ResourceQueries;
import io.mendian.contracts.booking.BookingCheckedIn;
import io.mendian.contracts.booking.BookingMade;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TimeSlot;
import io.mendian.runtime.event.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes bookings and tells of them; what they take (a seat, a person) is taken by the caller in the same transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Bookings {

    private final BookingMapper mapper;
    private final PlaceQueries places;
    private final ResourceQueries resources;
    private final Outbox outbox;
    private final Clock clock;

    Bookings(BookingMapper mapper, PlaceQueries places, ResourceQueries resources, Outbox outbox, Clock clock) {
        this.mapper = mapper;
        this.places = places;
        this.resources = resources;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A booking to be made. */
    public record New(
            long id,
            BookingKind kind,
            StoreId storeId,
            MemberKey memberKey,
            SkuId serviceSkuId,
            @Nullable Long sessionId,
            @Nullable Resource person,
            @Nullable Resource place,
            TimeSlot slot,
            Instant cancelUntil,
            boolean cardUse,
            boolean walkIn) {}

    /** Inserts it as booked; throws DuplicateKeyException when the member has a seat in the session already. */
    public BookingView make(New made) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StaffId staff = made.person() == null ? null : made.person().staffId();
        BookingRow row = new BookingRow(
                made.id(),
                made.kind(),
                BookingStatus.BOOKED,
                made.storeId().value(),
                made.memberKey().value(),
                made.serviceSkuId().value(),
                made.sessionId(),
                made.person() == null ? null : made.person().id(),
                made.place() == null ? null : made.place().id(),
                staff == null ? null : staff.value(),
                made.slot().from(),
                made.slot().to(),
                made.cancelUntil(),
                made.cardUse(),
                made.walkIn(),
                now,
                0,
                null,
                null,
                null,
                null,
                null,
                null);
        mapper.insert(row);
        outbox.add(new BookingMade(
                Long.toString(row.id()),
                row.kind().name(),
                made.storeId(),
                made.memberKey(),
                made.serviceSkuId(),
                row.sessionId() == null ? null : row.sessionId().toString(),
                staff,
                row.startsAt(),
                row.endsAt(),
                now));
        return view(row);
    }

    /** Marks a booking whose card has paid as attended; tells of it once. Empty: it was cancelled meanwhile. */
    public Optional<BookingView> checkIn(long id, @Nullable String cardId, @Nullable Long usesLeft) {
        BookingRow row = Optional.ofNullable(mapper.lock(id)).orElseThrow();
        if (row.state() == BookingStatus.CANCELLED) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (mapper.checkIn(id, now, cardId, usesLeft) == 1) {
            outbox.add(new BookingCheckedIn(
                    Long.toString(id),
                    row.kind().name(),
                    StoreId.of(row.storeId()),
                    MemberKey.of(row.memberKey()),
                    SkuId.of(row.serviceSkuId()),
                    row.staffId() == null ? null : StaffId.of(row.staffId()),
                    cardId,
                    now));
        }
        return Optional.ofNullable(mapper.lock(id)).map(this::view);
    }

    BookingView view(BookingRow row) {
        SkuId service = SkuId.of(row.serviceSkuId());
        return new BookingView(
                Long.toString(row.id()),
                row.kind(),
                row.state(),
                StoreId.of(row.storeId()),
                MemberKey.of(row.memberKey()),
                service,
                places.findService(service).map(Service::name).orElse(service.text()),
                row.sessionId() == null ? null : row.sessionId().toString(),
                row.resourceId() == null ? null : row.resourceId().toString(),
                resources.find(row.resourceId()).map(Resource::name).orElse(null),
                resources.find(row.placeId()).map(Resource::name).orElse(null),
                row.staffId() == null ? null : StaffId.of(row.staffId()),
                row.startsAt(),
                row.endsAt(),
                row.cancelUntil(),
                row.walkIn(),
                row.madeAt(),
                row.cancelledAt(),
                row.cancelReason(),
                row.checkedInAt(),
                row.cardId(),
                row.usesLeft());
    }
}
