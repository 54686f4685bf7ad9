package io.mendian.marketing.seat;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** When overdue seats are freed, and groups end whose time is over. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class SeatTimers {

    private static final int PER_RUN = 200;

    private final ExpireSeats expireSeats;
    private final FailGroups failGroups;

    SeatTimers(ExpireSeats expireSeats, FailGroups failGroups) {
        this.expireSeats = expireSeats;
        this.failGroups = failGroups;
    }

    @Scheduled(fixedDelayString = "PT5S")
    void end() {
        int ignored = expireSeats.expire(PER_RUN) + failGroups.fail(PER_RUN);
    }
}
