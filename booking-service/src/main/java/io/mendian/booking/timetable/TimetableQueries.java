package io.mendian.booking.timetable;

import io.mendian.booking.place.BookingRule;
import io.mendian.booking.place.Place;
import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.resource.Resource;
import io.mendian.booking.resource.ResourceQueries;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads the timetable. */
@Component
public class TimetableQueries {

    private final TimetableMapper timetable;
    private final PlaceQueries places;
    private final ResourceQueries resources;
    private final Clock clock;

    TimetableQueries(TimetableMapper timetable, PlaceQueries places, ResourceQueries resources, Clock clock) {
        this.timetable = timetable;
        this.places = places;
        this.resources = resources;
        this.clock = clock;
    }

    /** The classes of a store on a date of its own calendar. */
    public List<ClassView> classes(StoreId store, LocalDate day) {
        Place place = places.requireStore(store);
        Instant from = day.atStartOfDay(place.zone()).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(place.zone()).toInstant();
        return timetable.sessionsOfStore(store.value(), from, to).stream()
                .map(row -> view(row, place))
                .toList();
    }

    public ClassView requireClass(long sessionId) {
        SessionRow row = timetable.findSession(sessionId);
        if (row == null) {
            throw CommonProblem.NOT_FOUND.with();
        }
        return view(row, places.requireStore(StoreId.of(row.storeId())));
    }

    public List<SeriesView> series(StoreId store, long after, int limit) {
        return timetable.seriesOfStore(store.value(), after, limit).stream()
                .map(row -> SeriesView.of(row, 0))
                .toList();
    }

    private ClassView view(SessionRow row, Place place) {
        SeriesRow series = Objects.requireNonNull(timetable.findSeries(row.seriesId()));
        BookingRule rule = series.rule();
        int left = row.capacity() - row.occupied();
        return new ClassView(
                Long.toString(row.id()),
                Long.toString(row.seriesId()),
                StoreId.of(row.storeId()),
                SkuId.of(row.serviceSkuId()),
                series.name(),
                series.classKind(),
                resources.find(row.coachId()).map(Resource::name).orElse(null),
                resources.find(row.roomId()).map(Resource::name).orElse(null),
                row.startsAt(),
                row.endsAt(),
                row.capacity(),
                left,
                row.state(),
                rule.opensAt(row.startsAt(), place.zone()),
                rule.closesAt(row.startsAt()),
                rule.cancelUntil(row.startsAt()),
                left > 0
                        && row.state() == SessionState.OPEN
                        && rule.isOpen(clock.instant(), row.startsAt(), place.zone()));
    }
}
