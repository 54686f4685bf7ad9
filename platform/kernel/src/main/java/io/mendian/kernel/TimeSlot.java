package io.mendian.kernel;

import java.time.Duration;
import java.time.Instant;

/** A half-open span of time {@code [from, to)}: touching slots do not overlap. */
public record TimeSlot(Instant from, Instant to) {

    public TimeSlot {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a slot ends after it begins: " + from + " .. " + to);
        }
    }

    public static TimeSlot of(Instant from, Duration length) {
        return new TimeSlot(from, from.plus(length));
    }

    public boolean overlaps(TimeSlot other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    public boolean contains(TimeSlot other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public Duration length() {
        return Duration.between(from, to);
    }
}
