package io.mendian.simulators.sms;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How many messages of a kind one phone may get in a time: codes 1 a minute, 5 an hour, 10 a day; others 50 a day. */
final class SmsLimits {

    private record Limit(int count, Duration in, String code) {}

    private static final Limit DAILY = new Limit(50, Duration.ofDays(1), "DAY");
    private static final Map<SmsMessage.Kind, List<Limit>> LIMITS = Map.of(
            SmsMessage.Kind.CODE,
            List.of(
                    new Limit(1, Duration.ofMinutes(1), "MINUTE"),
                    new Limit(5, Duration.ofHours(1), "HOUR"),
                    new Limit(10, Duration.ofDays(1), "DAY")),
            SmsMessage.Kind.NOTICE,
            List.of(DAILY),
            SmsMessage.Kind.MARKETING,
            List.of(DAILY));

    private SmsLimits() {}

    /** Refuses when {@code sent}, the messages that the phone had before, leave no room for one more. */
    static void check(Collection<SmsMessage> sent, SmsMessage.Kind kind, Instant now) {
        for (Limit limit : LIMITS.getOrDefault(kind, List.of())) {
            long count = sent.stream()
                    .filter(m -> m.kind() == kind && m.sentAt().plus(limit.in).isAfter(now))
                    .count();
            if (count >= limit.count) {
                throw new SmsRefusal(
                        429, "PHONE_LIMIT_" + limit.code, "this phone has had " + count + " messages of this kind");
            }
        }
    }
}
