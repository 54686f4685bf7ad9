package io.mendian.member.points;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps expired points, and warns of those that will expire. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class PointsTimers {

    private static final int LOTS_A_RUN = 200;

    private final ExpirePoints expirePoints;
    private final WarnOfExpiry warnOfExpiry;

    PointsTimers(ExpirePoints expirePoints, WarnOfExpiry warnOfExpiry) {
        this.warnOfExpiry = warnOfExpiry;
        this.expirePoints = expirePoints;
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void expire() {
        while (expirePoints.expire(LOTS_A_RUN) == LOTS_A_RUN) {
            // the next two hundred
        }
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 35_000)
    void warn() {
        while (warnOfExpiry.warn(LOTS_A_RUN) == LOTS_A_RUN) {
            // the next two hundred
        }
    }
}
