package io.mendian.member.code;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Checks a code and uses it up. Each check takes one of five tries before it compares, in a statement that commits at
 * once: no rollback gives a try back. A code that was right is good for one caller, however many come at the same time.
 */
@Component
public class CheckCode {

    private final VerificationCodes codes;
    private final CodeSecrets secrets;
    private final Clock clock;

    CheckCode(VerificationCodes codes, CodeSecrets secrets, Clock clock) {
        this.codes = codes;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Passes or throws CODE_REFUSED, which does not tell why. Must not be called inside a transaction. */
    public void check(CodePurpose purpose, String phone, String session, String code) {
        if (!passes(purpose, phone, session, code)) {
            throw CodeProblem.CODE_REFUSED.with();
        }
    }

    private boolean passes(CodePurpose purpose, String phone, String session, String code) {
        Instant now = clock.instant();
        String sessionHash = secrets.sessionHash(session);
        Optional<String> right = codes.tryOnce(sessionHash, purpose, secrets.phoneIndex(phone), now);
        byte[] given = secrets.codeHash(session, code).getBytes(StandardCharsets.US_ASCII);
        boolean equal =
                right.isPresent() && MessageDigest.isEqual(right.get().getBytes(StandardCharsets.US_ASCII), given);
        return equal && codes.use(sessionHash, now);
    }
}
