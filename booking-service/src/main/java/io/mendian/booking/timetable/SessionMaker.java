package io.mendian.booking.timetable;

import io.mendian.booking.place.PlaceQueries;
import io.mendian.booking.resource.Allocations;
import io.mendian.booking.resource.Resource;
import io.mendian.booking.resource.ResourceQueries;
import io.mendian.booking.resource.Unit;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TimeSlot;
import io.mendian.runtime.persistence.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the sessions of a series from its weekly pattern and its exceptions; the caller holds the lock of the series. */
@Component
class SessionMaker {

    private final TimetableMapper timetable;
    private final PlaceQueries places;
    private final ResourceQueries resources;
    private final Allocations allocations;
    private final Clock clock;

    SessionMaker(
            TimetableMapper timetable,
            PlaceQueries places,
            ResourceQueries resources,
            Allocations allocations,
            Clock clock) {
        this.timetable = timetable;
        this.places = places;
        this.resources = resources;
        this.allocations = allocations;
        this.clock = clock;
    }

    ZoneId zoneOf(SeriesRow series) {
        return places.requireStore(StoreId.of(series.storeId())).zone();
    }

    /** The days from today on that have no session yet, cancelled days left out. */
    List<LocalDate> missingDays(SeriesRow series, int weeks) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zoneOf(series));
        Set<LocalDate> known = new TreeSet<>(timetable.days(series.id(), today));
        return today.datesUntil(today.plusWeeks(weeks))
                .filter(series::runsOn)
                .filter(day -> !known.contains(day))
                .filter(day -> !isCancelled(series, day))
                .toList();
    }

    /** Makes one session and takes its coach and room; throws when one of them is taken. */
    void make(SeriesRow series, LocalDate day) {
        ExceptionRow other = timetable.findException(series.id(), day);
        int startMinute = other == null ? series.startMinute() : or(other.startMinute(), series.startMinute());
        int capacity = other == null ? series.capacity() : or(other.capacity(), series.capacity());
        Long coach = other == null || other.coachId() == null ? series.coachId() : other.coachId();
        Long room = other == null || other.roomId() == null ? series.roomId() : other.roomId();
        Instant startsAt = day.atStartOfDay()
                .plusMinutes(startMinute)
                .atZone(zoneOf(series))
                .toInstant();
        TimeSlot slot = TimeSlot.of(startsAt, Duration.ofMinutes(series.durationMinutes()));
        SessionRow session = new SessionRow(
                Ids.next(),
                series.id(),
                day,
                series.storeId(),
                series.serviceSkuId(),
                coach,
                room,
                slot.from(),
                slot.to(),
                capacity,
                0,
                SessionState.OPEN);
        timetable.insertSession(session);
        allocations.take(session.id(), units(coach, room), slot);
    }

    private List<Unit> units(@Nullable Long coach, @Nullable Long room) {
        return Stream.of(resources.find(coach), resources.find(room))
                .flatMap(Optional::stream)
                .map(Resource::unit)
                .toList();
    }

    private boolean isCancelled(SeriesRow series, LocalDate day) {
        ExceptionRow other = timetable.findException(series.id(), day);
        return other != null && other.cancelled();
    }

    private static int or(@Nullable Integer value, int otherwise) {
        return Objects.requireNonNullElse(value, otherwise);
    }
}
