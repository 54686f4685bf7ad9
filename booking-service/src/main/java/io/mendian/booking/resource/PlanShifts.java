package io.mendian.booking.resource;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** Sets when a resource works: its week, single dates that differ, and leave. Bookings that exist stay as they are. */
@UseCase
public class PlanShifts {

    private final ResourceMapper resources;

    PlanShifts(ResourceMapper resources) {
        this.resources = resources;
    }

    /** Replaces the week; weekdays 1 (Monday) to 7, those not named are free. */
    @Transactional
    public void week(long resourceId, StoreId store, Map<Integer, List<Hours>> week) {
        requireLocked(resourceId, store);
        resources.forgetWeek(resourceId);
        week.forEach((weekday, hours) -> {
            requireApart(hours, weekday);
            hours.forEach(h -> resources.addWeekly(resourceId, weekday, h.fromMinute(), h.toMinute()));
        });
    }

    /** Sets the hours of one date instead of its weekday's; none: not working. */
    @Transactional
    public void date(long resourceId, StoreId store, LocalDate day, List<Hours> hours) {
        requireLocked(resourceId, store);
        requireApart(hours, day);
        resources.forgetDate(resourceId, day);
        hours.forEach(h -> resources.addDate(resourceId, day, h.fromMinute(), h.toMinute()));
        if (hours.isEmpty()) {
            resources.addDate(resourceId, day, 0, 0);
        }
    }

    /** Gives the id of the leave. */
    @Transactional
    public long leave(long resourceId, StoreId store, Instant from, Instant to, String reason) {
        requireLocked(resourceId, store);
        long id = Ids.next();
        resources.addLeave(id, resourceId, from, to, reason);
        return id;
    }

    @Transactional
    public void endLeave(long resourceId, StoreId store, long leaveId) {
        requireLocked(resourceId, store);
        if (resources.removeLeave(leaveId, resourceId) == 0) {
            throw CommonProblem.NOT_FOUND.with();
        }
    }

    private void requireLocked(long resourceId, StoreId store) {
        ResourceRow row = resources.lock(resourceId);
        if (row == null || row.storeId() != store.value()) {
            throw CommonProblem.NOT_FOUND.with();
        }
    }

    private static void requireApart(List<Hours> hours, Object day) {
        if (Hours.overlap(hours)) {
            throw ResourceProblem.SHIFTS_OVERLAP.with("day", day);
        }
    }
}
