package io.mendian.booking.timetable;

import io.mendian.booking.place.BookingRule;
import io.mendian.booking.place.PlaceQueries;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the timetable. */
@Component
public class TimetableQueries {

    private final TimetableMapper timetable;
    private final SessionReader reader;
    private final PlaceQueries places;
    private final Clock clock;

    TimetableQueries(TimetableMapper timetable, SessionReader reader, PlaceQueries places, Clock clock) {
        this.timetable = timetable;
        this.reader = reader;
        this.places = places;
        this.clock = clock;
    }

    /** The classes of a store on a date of its own calendar. */
    public List<ClassView> classes(StoreId store, LocalDate day) {
        ZoneId zone = places.requireStore(store).zone();
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        return reader.ofStore(store, from, to).stream().map(this::view).toList();
    }

    public ClassView requireClass(long sessionId) {
        return reader.find(sessionId).map(this::view).orElseThrow(CommonProblem.NOT_FOUND::with);
    }

    public List<SeriesView> series(StoreId store, long after, int limit) {
        return timetable.seriesOfStore(store.value(), after, limit).stream()
                .map(row -> SeriesView.of(row, 0))
                .toList();
    }

    private ClassView view(Session session) {
        BookingRule rule = session.rule();
        Instant startsAt = session.startsAt();
        int left = session.capacity() - session.occupied();
        return new ClassView(
                Long.toString(session.id()),
                Long.toString(session.seriesId()),
                session.storeId(),
                session.serviceSkuId(),
                session.name(),
                session.kind(),
                session.coach() == null ? null : session.coach().name(),
                session.room() == null ? null : session.room().name(),
                startsAt,
                session.endsAt(),
                session.capacity(),
                left,
                session.state(),
                rule.opensAt(startsAt, session.zone()),
                rule.closesAt(startsAt),
                rule.cancelUntil(startsAt),
                left > 0
                        && session.state() == SessionState.OPEN
                        && rule.isOpen(clock.instant(), startsAt, session.zone()));
    }
}
