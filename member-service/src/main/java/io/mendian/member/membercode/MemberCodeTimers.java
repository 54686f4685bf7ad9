package io.mendian.member.membercode;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets member codes a day after they ended; until then a replay is told from a typing error. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class MemberCodeTimers {

    private static final int AT_ONCE = 1000;

    private final MemberCodes codes;
    private final Clock clock;

    MemberCodeTimers(MemberCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 120_000)
    void forget() {
        while (codes.forgetOld(clock.instant().minus(Duration.ofDays(1)), AT_ONCE) == AT_ONCE) {
            // the next thousand
        }
    }
}
