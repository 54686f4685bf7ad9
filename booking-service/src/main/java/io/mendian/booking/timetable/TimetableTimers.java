package io.mendian.booking.timetable;

import io.mendian.booking.BookingProperties;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the timetable filled for the next weeks. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class TimetableTimers {

    private final GenerateSessions generateSessions;
    private final BookingProperties properties;

    TimetableTimers(GenerateSessions generateSessions, BookingProperties properties) {
        this.generateSessions = generateSessions;
        this.properties = properties;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 1_800_000)
    void generate() {
        generateSessions.generate(properties.weeksAhead());
    }
}
