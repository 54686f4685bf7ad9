package io.mendian.member.level;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What a member collected, by the day of the purchase; refunds have been taken off the day they belong to. */
final class Collected {

    private final NavigableMap<LocalDate, Progress> days = new TreeMap<>();
    private final Map<Long, Lift> lifts = new HashMap<>();

    /** A purchase that lifts to a level by itself. */
    private record Lift(LocalDate day, String level) {}

    void add(LocalDate day, Progress progress) {
        days.merge(day, progress, Progress::plus);
    }

    void remove(LocalDate day, Progress progress) {
        days.merge(day, progress, (had, less) -> had.without(less));
    }

    void lift(long orderId, LocalDate day, String level) {
        lifts.put(orderId, new Lift(day, level));
    }

    void drop(long orderId) {
        lifts.remove(orderId);
    }

    boolean hasLifts() {
        return !lifts.isEmpty();
    }

    /** Both days included. */
    Progress between(LocalDate from, LocalDate to) {
        if (from.isAfter(to)) {
            return Progress.NONE;
        }
        return days.subMap(from, true, to, true).values().stream().reduce(Progress.NONE, Progress::plus);
    }

    /** The highest level to which a purchase of these days lifts. */
    int lifted(Ladder ladder, LocalDate from, LocalDate to) {
        return lifts.values().stream()
                .filter(lift -> !lift.day().isBefore(from) && !lift.day().isAfter(to))
                .mapToInt(lift -> ladder.rung(lift.level()))
                .max()
                .orElse(0);
    }
}
