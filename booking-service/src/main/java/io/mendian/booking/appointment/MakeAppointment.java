package io.mendian.booking.appointment;

import io.mendian.booking.bookings.BookSeat;
import io.mendian.booking.bookings.BookingKind;
import io.mendian.booking.bookings.BookingView;
import io.mendian.booking.bookings.Bookings;
import io.mendian.booking.place.Place;
import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.place.Service;
import io.mendian.booking.place.ServiceRule;
import io.mendian.booking.resource.Allocations;
import io.mendian.booking.resource.Calendar;
import io.mendian.booking.resource.Resource;
import io.mendian.booking.resource.Unit;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TimeSlot;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books a person, and a place if the service needs one, for a member. Bookings in a store wait for each other; that two
 * people never sit in one chair is decided by the keys of the slices they take.
 */
@UseCase
public class MakeAppointment {

    private static final long GRID_SECONDS = 300;
    private final Calendar calendar;
    private final Allocations allocations;
    private final Bookings bookings;
    private final PlaceQueries places;
    private final Clock clock;

    MakeAppointment(Calendar calendar, Allocations allocations, Bookings bookings, PlaceQueries places, Clock clock) {
        this.calendar = calendar;
        this.allocations = allocations;
        this.bookings = bookings;
        this.places = places;
        this.clock = clock;
    }

    /** What a member wishes; without a person anybody who is free. */
    public record Wish(
            MemberKey memberKey,
            StoreId storeId,
            SkuId serviceSkuId,
            Instant startsAt,
            @Nullable Long resourceId) {}

    @Transactional
    public BookingView make(Wish wish) {
        calendar.lock(wish.storeId());
        Place place = places.requireStore(wish.storeId());
        Service service = places.requireService(wish.serviceSkuId());
        ServiceRule rule = places.rule(wish.serviceSkuId());
        requireTime(wish.startsAt(), rule, place);
        TimeSlot slot = TimeSlot.of(wish.startsAt(), service.duration());
        LocalDate day = LocalDate.ofInstant(wish.startsAt(), place.zone());
        Offer offer =
                Offer.of(calendar.plans(wish.storeId(), place.zone(), wish.serviceSkuId(), day), rule.needsPlace());
        Resource person = offer.requirePerson(slot, wish.resourceId());
        Resource room =
                rule.needsPlace() ? offer.place(slot).orElseThrow(AppointmentProblem.NO_PLACE_FREE::with) : null;
        long id = Ids.next();
        List<Unit> units = new ArrayList<>(List.of(
                person.unit(), new Unit(Unit.Kind.MEMBER, wish.memberKey().value())));
        if (room != null) {
            units.add(room.unit());
        }
        allocations.take(id, units, slot);
        return bookings.make(new Bookings.New(
                id,
                BookingKind.APPOINTMENT,
                wish.storeId(),
                wish.memberKey(),
                wish.serviceSkuId(),
                service.name(),
                null,
                person.named(),
                room == null ? null : room.named(),
                slot,
                rule.rule().cancelUntil(slot.from()),
                rule.rule().cardUse(),
                false));
    }

    private void requireTime(Instant startsAt, ServiceRule rule, Place place) {
        if (startsAt.getNano() != 0 || startsAt.getEpochSecond() % GRID_SECONDS != 0) {
            throw AppointmentProblem.TIME_NOT_OFFERED.with();
        }
        Instant now = clock.instant();
        BookSeat.requireOpen(rule.rule(), startsAt, place.zone(), now);
    }
}
