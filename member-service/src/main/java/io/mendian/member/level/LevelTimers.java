package io.mendian.member.level;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for members whose period is over, and for those that a new ladder has not reached yet. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class LevelTimers {

    private static final int MEMBERS_A_RUN = 500;

    private final ReviewLevels reviewLevels;
    private final EndLevelPeriods endLevelPeriods;

    LevelTimers(ReviewLevels reviewLevels, EndLevelPeriods endLevelPeriods) {
        this.endLevelPeriods = endLevelPeriods;
        this.reviewLevels = reviewLevels;
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 20_000)
    void review() {
        while (reviewLevels.review(MEMBERS_A_RUN) == MEMBERS_A_RUN) {
            // the next five hundred
        }
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 22_000)
    void endPeriods() {
        while (endLevelPeriods.end(MEMBERS_A_RUN) == MEMBERS_A_RUN) {
            // the next five hundred
        }
    }
}
