package io.mendian.booking.resource;

import io.mendian.kernel.TimeSlot;
import java.util.List;

/** One resource on one day: when it works, when it is on leave, and what it is taken for. */
public record DayPlan(Resource resource, List<TimeSlot> working, List<TimeSlot> leave, List<TimeSlot> taken) {

    /** What can be said of a resource for a slot, from best to worst. */
    public enum Answer {
        FREE,
        TAKEN,
        ON_LEAVE,
        NOT_WORKING
    }

    public Answer at(TimeSlot slot) {
        if (working.stream().noneMatch(hours -> hours.contains(slot))) {
            return Answer.NOT_WORKING;
        }
        if (leave.stream().anyMatch(slot::overlaps)) {
            return Answer.ON_LEAVE;
        }
        return taken.stream().anyMatch(slot::overlaps) ? Answer.TAKEN : Answer.FREE;
    }
}
