package io.mendian.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mendian.runtime.security.InternalTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Signs an internal token once per caller and service and reuses it for 20 of its 60 seconds, by the clock that the
 * services ask as well: a clock that is set ahead takes the tokens with it.
 */
final class InternalTokenCache {

    private static final Duration REUSED = Duration.ofSeconds(20);

    private record Key(Known known, String service) {}

    private record Signed(String token, Instant at) {}

    private final InternalTokens tokens;
    private final Clock clock;
    private final Cache<Key, Signed> signed =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(REUSED).build();

    InternalTokenCache(InternalTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    String tokenFor(Known known, String service) {
        Key key = new Key(known, service);
        Instant now = clock.instant();
        Signed earlier = signed.getIfPresent(key);
        if (earlier == null || Duration.between(earlier.at, now).abs().compareTo(REUSED) > 0) {
            earlier = new Signed(tokens.issue(known.caller(), service), now);
            signed.put(key, earlier);
        }
        return earlier.token;
    }
}
