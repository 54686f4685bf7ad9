package io.mendian.booking.appointment;

import io.mendian.booking.resource.DayPlan;
import io.mendian.booking.resource.DayPlan.Answer;
import io.mendian.booking.resource.Resource;
import io.mendian.booking.resource.ResourceKind;
import io.mendian.kernel.TimeSlot;
import io.mendian.runtime.problem.ProblemException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who and where for a slot; offered slots and bookings ask the same question, so what is offered can be booked.
 * Among those who are free the one with the fewest bookings that day is chosen, then the one who has been here longest.
 */
record Offer(List<DayPlan> people, List<DayPlan> places, boolean needsPlace) {

    private static final Comparator<DayPlan> LEAST_BUSY = Comparator.<DayPlan>comparingInt(
                    plan -> plan.taken().size())
            .thenComparingLong(plan -> plan.resource().id());

    static Offer of(List<DayPlan> plans, boolean needsPlace) {
        return new Offer(
                plans.stream()
                        .filter(plan -> plan.resource().kind() == ResourceKind.STAFF)
                        .toList(),
                plans.stream()
                        .filter(plan -> plan.resource().kind() != ResourceKind.STAFF)
                        .toList(),
                needsPlace);
    }

    /** The people who can be had in the slot, none when a place is needed and none is free. */
    List<Resource> free(TimeSlot slot) {
        if (needsPlace && place(slot).isEmpty()) {
            return List.of();
        }
        return people.stream()
                .filter(plan -> plan.at(slot) == Answer.FREE)
                .sorted(LEAST_BUSY)
                .map(DayPlan::resource)
                .toList();
    }

    Optional<Resource> place(TimeSlot slot) {
        return places.stream()
                .filter(plan -> plan.at(slot) == Answer.FREE)
                .min(LEAST_BUSY)
                .map(DayPlan::resource);
    }

    /** The person for the slot: the wished one, else the least busy; otherwise why not. */
    Resource requirePerson(TimeSlot slot, @Nullable Long wished) {
        List<DayPlan> asked = people.stream()
                .filter(plan -> wished == null || plan.resource().id() == wished)
                .toList();
        DayPlan best = asked.stream()
                .min(Comparator.<DayPlan, Answer>comparing(plan -> plan.at(slot))
                        .thenComparing(LEAST_BUSY))
                .orElseThrow(AppointmentProblem.NOBODY_FOR_SERVICE::with);
        String name = best.resource().name();
        return switch (best.at(slot)) {
            case FREE -> best.resource();
            case TAKEN -> throw refusal(AppointmentProblem.SLOT_TAKEN, name);
            case ON_LEAVE -> throw refusal(AppointmentProblem.ON_LEAVE, name);
            case NOT_WORKING -> throw refusal(AppointmentProblem.NOT_WORKING, name);
        };
    }

    private static ProblemException refusal(AppointmentProblem problem, String name) {
        return problem.with("name", name);
    }
}
