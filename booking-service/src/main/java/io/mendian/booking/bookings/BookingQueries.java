package io.mendian.booking.bookings;

import io.mendian.booking.place.PlaceQueries;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads bookings. */
@Component
public class BookingQueries {

    private final BookingReader reader;
    private final PlaceQueries places;

    BookingQueries(BookingReader reader, PlaceQueries places) {
        this.reader = reader;
        this.places = places;
    }

    public BookingView require(long id, Predicate<BookingView> maySee) {
        return reader.find(id).filter(maySee).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    /** A member's bookings, latest first; {@code before} is the beginning of the last one seen. */
    public List<BookingView> ofMember(MemberKey member, Instant before, int limit) {
        return reader.ofMember(member, before, limit);
    }

    /** A store's bookings of a date, or those of one staff member. */
    public List<BookingView> ofStore(StoreId store, LocalDate day, @Nullable StaffId staff, int limit) {
        ZoneId zone = places.requireStore(store).zone();
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return staff == null ? reader.ofStore(store, from, to, limit) : reader.ofStaff(staff, store, from, to, limit);
    }
}
