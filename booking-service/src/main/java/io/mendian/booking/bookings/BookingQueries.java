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
import org.springframework.transaction.annotation.Transactional;

/** Reads bookings. */
@Component
public class BookingQueries {

    private final BookingMapper mapper;
    private final Bookings bookings;
    private final PlaceQueries places;

    BookingQueries(BookingMapper mapper, Bookings bookings, PlaceQueries places) {
        this.mapper = mapper;
        this.bookings = bookings;
        this.places = places;
    }

    @Transactional(readOnly = true)
    public BookingView require(long id, Predicate<BookingView> maySee) {
        BookingRow row = mapper.selectById(id);
        if (row == null || !maySee.test(bookings.view(row))) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return bookings.view(row);
    }

    /** A member's bookings, latest first; {@code before} is the beginning of the last one seen. */
    @Transactional(readOnly = true)
    public List<BookingView> ofMember(MemberKey member, Instant before, int limit) {
        return mapper.ofMember(member.value(), before, limit).stream()
                .map(bookings::view)
                .toList();
    }

    /** A store's bookings of a date, or those of one staff member. */
    @Transactional(readOnly = true)
    public List<BookingView> ofStore(StoreId store, LocalDate day, @Nullable StaffId staff, int limit) {
        ZoneId zone = places.requireStore(store).zone();
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<BookingRow> rows = staff == null
                ? mapper.ofStore(store.value(), from, to, limit)
                : mapper.ofStaff(staff.value(), store.value(), from, to, limit);
        return rows.stream().map(bookings::view).toList();
    }
}
