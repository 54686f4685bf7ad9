package io.mendian.member.login;

import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Realm;
import java.time.Clock;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Signs out: the login that a refresh token belongs to ends, wherever its access tokens are. */
@UseCase
public class EndLogin {

    private final Tokens tokens;
    private final TokenHints hints;
    private final Clock clock;

    EndLogin(Tokens tokens, TokenHints hints, Clock clock) {
        this.tokens = tokens;
        this.hints = hints;
        this.clock = clock;
    }

    /** Ends the login; an unknown token or one of another person changes nothing. */
    @Transactional
    public void end(Realm realm, long subject, String refreshToken) {
        Instant now = clock.instant();
        tokens.findRefresh(Secrets.hash(refreshToken))
                .map(Tokens.Refresh::family)
                .ifPresent(family -> {
                    if (family.realm() == realm && family.subject() == subject) {
                        hints.forgetAfterCommit(tokens.liveHashesOfFamily(family.id(), now));
                        tokens.revokeFamily(family.id(), "SIGNED_OUT", now);
                    }
                });
    }
}
