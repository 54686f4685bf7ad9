package io.mendian.booking.resource;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TimeSlot;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts together when the resources of a store can be had. */
@Component
public class Calendar {

    private final ResourceMapper resources;
    private final Allocations allocations;
    private final JdbcClient jdbc;

    Calendar(ResourceMapper resources, Allocations allocations, JdbcClient jdbc) {
        this.resources = resources;
        this.allocations = allocations;
        this.jdbc = jdbc;
    }

    /** Makes bookings and changes of shifts in a store wait for each other; to be called before anything is read. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(StoreId store) {
        resources.lockActive(store.value());
    }

    /** The plans of all active resources that serve a service, in the order of ids. */
    public List<DayPlan> plans(StoreId store, ZoneId zone, SkuId service, LocalDate day) {
        return resources.ofStore(store.value()).stream()
                .filter(ResourceRow::active)
                .map(row -> row.toResource(resources.services(row.id())))
                .filter(resource -> resource.serves(service))
                .map(resource -> plan(resource, zone, day))
                .toList();
    }

    private DayPlan plan(Resource resource, ZoneId zone, LocalDate day) {
        TimeSlot whole = new Hours(0, Hours.DAY).on(day, zone);
        return new DayPlan(
                resource,
                working(resource, day).stream()
                        .map(hours -> hours.on(day, zone))
                        .toList(),
                leave(resource, whole),
                allocations.taken(resource.unit(), whole));
    }

    /** The hours of the date if it has its own, else those of its weekday; a room without any hours is always open. */
    private List<Hours> working(Resource resource, LocalDate day) {
        List<Hours> ofDate = jdbc.sql("""
                        SELECT from_minute, to_minute FROM shift_date
                        WHERE resource_id = ? AND day = ? ORDER BY from_minute
                        """)
                .params(resource.id(), Date.valueOf(day))
                .query((row, n) -> new Hours(row.getInt(1), row.getInt(2)))
                .list();
        if (!ofDate.isEmpty()) {
            return ofDate.stream()
                    .filter(hours -> hours.fromMinute() < hours.toMinute())
                    .toList();
        }
        record Weekly(int weekday, Hours hours) {}
        List<Weekly> week = jdbc.sql("""
                        SELECT weekday, from_minute, to_minute FROM shift_weekly
                        WHERE resource_id = ? ORDER BY weekday, from_minute
                        """)
                .params(resource.id())
                .query((row, n) -> new Weekly(row.getInt(1), new Hours(row.getInt(2), row.getInt(3))))
                .list();
        if (week.isEmpty() && resource.kind() != ResourceKind.STAFF) {
            return List.of(new Hours(0, Hours.DAY));
        }
        return week.stream()
                .filter(shift -> shift.weekday == day.getDayOfWeek().getValue())
                .map(Weekly::hours)
                .toList();
    }

    private List<TimeSlot> leave(Resource resource, TimeSlot span) {
        return jdbc.sql("""
                        SELECT from_at, to_at FROM staff_leave
                        WHERE resource_id = ? AND to_at > ? AND from_at < ? ORDER BY from_at
                        """)
                .params(resource.id(), Timestamp.from(span.from()), Timestamp.from(span.to()))
                .query((row, n) -> new TimeSlot(
                        row.getTimestamp(1).toInstant(), row.getTimestamp(2).toInstant()))
                .list();
    }
}
