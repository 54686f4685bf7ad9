package io.mendian.booking.checkin;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Goes on with check-ins that stopped half way. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class CheckInTimers {

    private final CheckIn checkIn;

    CheckInTimers(CheckIn checkIn) {
        this.checkIn = checkIn;
    }

    @Scheduled(fixedDelay = 10_000)
    void resume() {
        checkIn.resume(50);
    }
}
