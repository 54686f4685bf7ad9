package io.mendian.member.login;

import io.mendian.member.audit.Origin;
import io.mendian.member.throttle.Throttle;
import io.mendian.runtime.crypto.FieldCipher;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How many wrong passwords are borne in 15 minutes: 5 for one account from one address, 30 for one account, 60 from one
 * address. The first keeps a stranger from locking an account out of its own till.
 */
@Component
class LoginThrottle {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Throttle throttle;
    private final FieldCipher cipher;

    LoginThrottle(Throttle throttle, FieldCipher cipher) {
        this.throttle = throttle;
        this.cipher = cipher;
    }

    /** Takes a try for all three, or refuses. */
    List<Throttle.Limit> take(String login, Origin origin) {
        String account = cipher.blindIndex("throttle.login", login).substring(0, 32);
        String address = cipher.blindIndex("throttle.address", origin.address()).substring(0, 32);
        List<Throttle.Limit> limits = List.of(
                new Throttle.Limit("login:" + account + ":" + address, 5, WINDOW),
                new Throttle.Limit("login-account:" + account, 30, WINDOW),
                new Throttle.Limit("login-address:" + address, 60, WINDOW));
        for (Throttle.Limit limit : limits) {
            Duration wait = throttle.take(limit);
            if (wait.isPositive()) {
                throw LoginProblem.TOO_MANY_TRIES.with("seconds", wait.toSeconds() + 1);
            }
        }
        return limits;
    }

    /** A right password costs nothing. */
    void giveBack(List<Throttle.Limit> limits) {
        limits.forEach(throttle::giveBack);
    }
}
