package io.mendian.member.login;

import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Realm;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a refresh token for a new pair. A refresh token is good once: when it comes again, somebody has a copy, and
 * the whole login ends.
 */
@UseCase
public class RefreshTokens {

    private final Tokens tokens;
    private final TokenIssue issue;
    private final TokenHints hints;
    private final Clock clock;

    RefreshTokens(Tokens tokens, TokenIssue issue, TokenHints hints, Clock clock) {
        this.tokens = tokens;
        this.issue = issue;
        this.hints = hints;
        this.clock = clock;
    }

    /** The new pair; empty when the token is refused, which must commit because a reuse ends the login. */
    @Transactional
    public Optional<TokenPair> refresh(Realm realm, String token) {
        String hash = Secrets.hash(token);
        Instant now = clock.instant();
        Tokens.Refresh refresh = tokens.findRefresh(hash).orElse(null);
        if (refresh == null
                || refresh.family().realm() != realm
                || refresh.expiresAt().isBefore(now)) {
            return Optional.empty();
        }
        long family = refresh.family().id();
        boolean live = tokens.requireLocked(family).revokedAt() == null;
        if (!tokens.useRefresh(hash, now)) {
            hints.forgetAfterCommit(tokens.liveHashesOfFamily(family, now));
            tokens.revokeFamily(family, "REFRESH_REUSED", now);
            return Optional.empty();
        }
        return live ? Optional.of(issue.next(family)) : Optional.empty();
    }
}
