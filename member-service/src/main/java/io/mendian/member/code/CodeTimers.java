package io.mendian.member.code;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets codes after two days, when no limit counts them any more. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class CodeTimers {

    private static final int AT_ONCE = 1000;

    private final VerificationCodes codes;
    private final Clock clock;

    CodeTimers(VerificationCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 90_000)
    void forget() {
        while (codes.forgetOld(clock.instant().minus(Duration.ofDays(2)), AT_ONCE) == AT_ONCE) {
            // the next thousand
        }
    }
}
