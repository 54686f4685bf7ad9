package io.mendian.booking.bookings;

import io.mendian.booking.resource.Resource;
import io.mendian.booking.timetable.Session;
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
import java.util.ArrayList;
import java.util.List;
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
    private final SeatRows many;
    private final BookingReader reader;
    private final Outbox outbox;
    private final Clock clock;

    Bookings(BookingMapper mapper, SeatRows many, BookingReader reader, Outbox outbox, Clock clock) {
        this.mapper = mapper;
        this.many = many;
        this.reader = reader;
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
            String serviceName,
            @Nullable Long sessionId,
            Resource.@Nullable Named person,
            Resource.@Nullable Named place,
            TimeSlot slot,
            Instant cancelUntil,
            boolean cardUse,
            boolean walkIn) {

        static New seat(Session session, SeatWish wish) {
            return new New(
                    wish.bookingId(),
                    BookingKind.CLASS,
                    session.storeId(),
                    wish.member(),
                    session.serviceSkuId(),
                    session.serviceName(),
                    session.id(),
                    session.coach(),
                    session.room(),
                    new TimeSlot(session.startsAt(), session.endsAt()),
                    session.rule().cancelUntil(session.startsAt()),
                    session.rule().cardUse(),
                    wish.walkIn());
        }

        @Nullable
        StaffId staff() {
            return person == null ? null : person.staffId();
        }
    }

    /** Inserts it as booked; throws DuplicateKeyException when the member has a seat in the session already. */
    public BookingView make(New made) {
        BookingRow row = row(made, clock.instant().truncatedTo(ChronoUnit.MICROS));
        mapper.insert(row);
        outbox.add(event(row, made));
        return view(row, made);
    }

    /** Inserts all as booked, or throws DuplicateKeyException when one of them is there already. */
    List<BookingView> makeAll(List<New> all) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<BookingRow> rows = all.stream().map(made -> row(made, now)).toList();
        many.insertAll(rows);
        List<BookingMade> events = new ArrayList<>();
        List<BookingView> views = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            events.add(event(rows.get(i), all.get(i)));
            views.add(view(rows.get(i), all.get(i)));
        }
        outbox.addAll(events);
        return views;
    }

    private static BookingRow row(New made, Instant now) {
        StaffId staff = made.staff();
        return new BookingRow(
                made.id(),
                made.kind(),
                BookingStatus.BOOKED,
                made.storeId().value(),
                made.memberKey().value(),
                made.serviceSkuId().value(),
                made.sessionId(),
                made.person() == null ? null : made.person().resourceId(),
                made.place() == null ? null : made.place().resourceId(),
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
    }

    private static BookingMade event(BookingRow row, New made) {
        return new BookingMade(
                Long.toString(row.id()),
                row.kind().name(),
                made.storeId(),
                made.memberKey(),
                made.serviceSkuId(),
                row.sessionId() == null ? null : row.sessionId().toString(),
                made.staff(),
                row.startsAt(),
                row.endsAt(),
                row.madeAt());
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
        return view(row.id());
    }

    BookingView view(long id) {
        return reader.find(id).orElseThrow();
    }

    /** Spares a read: what is shown of a new booking is known. */
    private static BookingView view(BookingRow row, New made) {
        return new BookingView(
                Long.toString(row.id()),
                row.kind(),
                row.state(),
                made.storeId(),
                made.memberKey(),
                made.serviceSkuId(),
                made.serviceName(),
                row.sessionId() == null ? null : row.sessionId().toString(),
                row.resourceId() == null ? null : row.resourceId().toString(),
                made.person() == null ? null : made.person().name(),
                made.place() == null ? null : made.place().name(),
                made.person() == null ? null : made.person().staffId(),
                row.startsAt(),
                row.endsAt(),
                row.cancelUntil(),
                row.walkIn(),
                row.madeAt(),
                null,
                null,
                null,
                null,
                null);
    }
}
