package io.mendian.member.login;

import io.mendian.kernel.StaffId;
import io.mendian.member.staff.StaffAccess;
import io.mendian.runtime.security.Realm;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Ends logins in the transaction of whatever ends them. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Logins implements StaffAccess {

    private static final List<Realm> STAFF = List.of(Realm.HQ, Realm.STAFF);

    private final Tokens tokens;
    private final TokenHints hints;
    private final Clock clock;

    Logins(Tokens tokens, TokenHints hints, Clock clock) {
        this.tokens = tokens;
        this.hints = hints;
        this.clock = clock;
    }

    @Override
    public void endAll(StaffId id, String why) {
        STAFF.forEach(realm -> endAll(realm, id.value(), why));
    }

    /** Ends every login of somebody. */
    public void endAll(Realm realm, long subject, String why) {
        Instant now = clock.instant();
        hints.forgetAfterCommit(tokens.liveHashesOfSubject(realm, subject, now));
        tokens.revokeSubject(realm, subject, why, now);
    }

    @Override
    public void askAgain(StaffId id) {
        STAFF.forEach(realm -> hints.forgetAfterCommit(tokens.liveHashesOfSubject(realm, id.value(), clock.instant())));
    }
}
