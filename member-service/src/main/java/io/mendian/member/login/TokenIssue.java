package io.mendian.member.login;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.security.Realm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues tokens inside the transaction of the login that earned them. */
@Component
public class TokenIssue {

    static final Duration ACCESS = Duration.ofMinutes(30);
    static final Duration REFRESH = Duration.ofDays(30);

    private final Tokens tokens;
    private final Clock clock;

    TokenIssue(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Begins a login. */
    @Transactional(propagation = Propagation.MANDATORY)
    public TokenPair begin(Realm realm, long subject, @Nullable StoreId store, @Nullable String device) {
        FamilyRow family = new FamilyRow(Ids.next(), realm, subject, store == null ? null : store.value(), null);
        tokens.insertFamily(family, device, clock.instant());
        return next(family.id());
    }

    TokenPair next(long family) {
        Instant now = clock.instant();
        TokenPair pair = new TokenPair(Secrets.next(), now.plus(ACCESS), Secrets.next(), now.plus(REFRESH));
        tokens.insertAccess(Secrets.hash(pair.accessToken()), family, pair.accessExpiresAt());
        tokens.insertRefresh(Secrets.hash(pair.refreshToken()), family, pair.refreshExpiresAt());
        return pair;
    }
}
