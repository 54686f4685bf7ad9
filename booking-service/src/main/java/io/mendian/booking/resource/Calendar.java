package io.mendian.booking.resource;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TimeSlot;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together when the resources of a store can be had, with six statements whatever their number. */
@Component
public class Calendar {

    private final ResourceMapper resources;
    private final ResourceQueries queries;
    private final Allocations allocations;
    private final JdbcClient jdbc;

    Calendar(ResourceMapper resources, ResourceQueries queries, Allocations allocations, JdbcClient jdbc) {
        this.resources = resources;
        this.queries = queries;
        this.allocations = allocations;
        this.jdbc = jdbc;
    }

    private record Shift(long resourceId, int weekday, Hours hours) {}

    private record Leave(long resourceId, TimeSlot slot) {}

    /** Makes bookings and changes of shifts in a store wait for each other; to be called before anything is read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(StoreId store) {
        resources.lockActive(store.value());
    }

    /** The plans of all active resources that serve a service, in the order of ids. */
    public List<DayPlan> plans(StoreId store, ZoneId zone, SkuId service, LocalDate day) {
        List<Resource> able = queries.ofStore(store).stream()
                .filter(resource -> resource.active() && resource.serves(service))
                .toList();
        if (able.isEmpty()) {
            return List.of();
        }
        List<Long> ids = able.stream().map(Resource::id).toList();
        TimeSlot whole = new Hours(0, Hours.DAY).on(day, zone);
        Map<Long, List<Shift>> dates = ofDate(ids, day);
        Map<Long, List<Shift>> weeks = weekly(ids);
        Map<Long, List<TimeSlot>> leave = leave(ids, whole);
        Map<Unit, List<TimeSlot>> taken =
                allocations.taken(able.stream().map(Resource::unit).toList(), whole);
        return able.stream()
                .map(resource -> new DayPlan(
                        resource,
                        hours(resource, day, dates.get(resource.id()), weeks.get(resource.id())).stream()
                                .map(hours -> hours.on(day, zone))
                                .toList(),
                        leave.getOrDefault(resource.id(), List.of()),
                        taken.getOrDefault(resource.unit(), List.of())))
                .toList();
    }

    /** The hours of the date if it has its own, else those of its weekday; a room without any week is always open. */
    private static List<Hours> hours(
            Resource resource, LocalDate day, @Nullable List<Shift> ofDate, @Nullable List<Shift> week) {
        if (ofDate != null) {
            return ofDate.stream()
                    .map(Shift::hours)
                    .filter(hours -> hours.fromMinute() < hours.toMinute())
                    .toList();
        }
        if (week == null) {
            return resource.kind() == ResourceKind.STAFF ? List.of() : List.of(new Hours(0, Hours.DAY));
        }
        return week.stream()
                .filter(shift -> shift.weekday == day.getDayOfWeek().getValue())
                .map(Shift::hours)
                .toList();
    }

    private Map<Long, List<Shift>> ofDate(List<Long> ids, LocalDate day) {
        return jdbc
                .sql("""
                        SELECT resource_id, from_minute, to_minute FROM shift_date
                        WHERE resource_id IN (:ids) AND day = :day ORDER BY resource_id, from_minute
                        """)
                .param("ids", ids)
                .param("day", Date.valueOf(day))
                .query((row, n) -> new Shift(
                        row.getLong("resource_id"), 0, new Hours(row.getInt("from_minute"), row.getInt("to_minute"))))
                .list()
                .stream()
                .collect(groupingBy(Shift::resourceId));
    }

    private Map<Long, List<Shift>> weekly(List<Long> ids) {
        return jdbc
                .sql("""
                        SELECT resource_id, weekday, from_minute, to_minute FROM shift_weekly
                        WHERE resource_id IN (:ids) ORDER BY resource_id, weekday, from_minute
                        """)
                .param("ids", ids)
                .query((row, n) -> new Shift(
                        row.getLong("resource_id"),
                        row.getInt("weekday"),
                        new Hours(row.getInt("from_minute"), row.getInt("to_minute"))))
                .list()
                .stream()
                .collect(groupingBy(Shift::resourceId));
    }

    private Map<Long, List<TimeSlot>> leave(List<Long> ids, TimeSlot span) {
        return jdbc
                .sql("""
                        SELECT resource_id, from_at, to_at FROM staff_leave
                        WHERE resource_id IN (:ids) AND to_at > :from AND from_at < :to
                        """)
                .param("ids", ids)
                .param("from", Timestamp.from(span.from()))
                .param("to", Timestamp.from(span.to()))
                .query((row, n) -> new Leave(
                        row.getLong("resource_id"),
                        new TimeSlot(
                                row.getTimestamp("from_at").toInstant(),
                                row.getTimestamp("to_at").toInstant())))
                .list()
                .stream()
                .collect(groupingBy(Leave::resourceId, mapping(Leave::slot, toList())));
    }
}
