package io.mendian.member.login;

import io.mendian.member.throttle.Throttle;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Forgets tokens and counts that ended, a thousand at a time. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class LoginTimers {

    private static final int AT_ONCE = 1000;

    private final Tokens tokens;
    private final Throttle throttle;
    private final Clock clock;

    LoginTimers(Tokens tokens, Throttle throttle, Clock clock) {
        this.tokens = tokens;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void forget() {
        while (tokens.forgetEnded(clock.instant(), AT_ONCE) == AT_ONCE) {
            // the next thousand
        }
        while (throttle.forgetOld(AT_ONCE) == AT_ONCE) {
            // the next thousand
        }
    }
}
