package io.mendian.member.code;

import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a place among the codes that a phone and an address may ask for: 1 a minute, 5 an hour, 10 a day per phone, 20 an
 * hour per address, counted over the last minute, hour and day. Parallel requests wait for each other.
 */
@UseCase
class ReserveCode {

    private static final List<Limit> OF_PHONE = List.of(
            new Limit(1, Duration.ofMinutes(1)), new Limit(5, Duration.ofHours(1)), new Limit(10, Duration.ofDays(1)));
    private static final List<Limit> OF_ADDRESS = List.of(new Limit(20, Duration.ofHours(1)));

    private final VerificationCodes codes;
    private final Clock clock;

    ReserveCode(VerificationCodes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    private record Limit(int most, Duration span) {}

    @Transactional
    public void reserve(VerificationCodes.CodeRow row) {
        Instant now = clock.instant();
        codes.lock("code-phone:" + row.phoneIndex(), now);
        codes.lock("code-address:" + row.addressIndex(), now);
        OF_PHONE.forEach(limit -> check(limit, "phone_index", row.phoneIndex(), now));
        OF_ADDRESS.forEach(limit -> check(limit, "address_index", row.addressIndex(), now));
        codes.endOlder(row.phoneIndex(), row.purpose(), now);
        codes.insert(row);
    }

    private void check(Limit limit, String column, String index, Instant now) {
        Optional<Instant> blocking = codes.blocking(column, index, now.minus(limit.span), limit.most);
        blocking.ifPresent(at -> {
            long seconds = Duration.between(now, at.plus(limit.span)).toSeconds() + 1;
            throw CodeProblem.TOO_MANY_CODES.with("seconds", seconds);
        });
    }
}
