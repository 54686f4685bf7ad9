package io.mendian.member.code;

import io.mendian.member.audit.Origin;
import io.mendian.member.provider.ProviderFailure;
import io.mendian.member.throttle.Throttle;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sends a code of six digits, good for five minutes and five tries, for one purpose, one phone and one session. The
 * answer is the same whether anybody has the phone or not. The place is taken first, the message sent after the commit.
 */
@Component
public class SendCode {

    static final Duration LIFE = Duration.ofMinutes(5);
    private static final Duration RESEND = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(SendCode.class);

    private final ReserveCode reserve;
    private final CodeSecrets secrets;
    private final SmsSender sms;
    private final Throttle throttle;
    private final Clock clock;
    private final long codesPerHour;

    SendCode(
            ReserveCode reserve,
            CodeSecrets secrets,
            SmsSender sms,
            Throttle throttle,
            Clock clock,
            @Value("${mendian.sms.codes-per-hour}") long codesPerHour) {
        this.reserve = reserve;
        this.secrets = secrets;
        this.sms = sms;
        this.throttle = throttle;
        this.clock = clock;
        this.codesPerHour = codesPerHour;
    }

    /** @param phone E.164 */
    public CodeSent send(CodePurpose purpose, String phone, Origin origin) {
        Instant now = clock.instant();
        String session = secrets.newSession();
        String code = secrets.newCode();
        VerificationCodes.CodeRow row = new VerificationCodes.CodeRow(
                secrets.sessionHash(session),
                purpose,
                secrets.phoneIndex(phone),
                secrets.addressIndex(origin.address()),
                secrets.codeHash(session, code),
                UUID.randomUUID().toString(),
                now,
                now.plus(LIFE));
        reserve.reserve(row);
        if (throttle.take(new Throttle.Limit("sms-budget", codesPerHour, Duration.ofHours(1)))
                .isPositive()) {
            LOG.error("more than {} codes in an hour: no more are sent until it is over", codesPerHour);
            throw CodeProblem.SMS_UNAVAILABLE.with();
        }
        try {
            sms.send(new SmsSender.Sms(phone, "code", "CODE_" + purpose, Map.of("code", code), row.reference()));
        } catch (ProviderFailure e) {
            LOG.warn("a code was not sent: {}", e.getMessage());
            throw CodeProblem.SMS_UNAVAILABLE.with();
        }
        return new CodeSent(session, row.expiresAt(), now.plus(RESEND));
    }
}
