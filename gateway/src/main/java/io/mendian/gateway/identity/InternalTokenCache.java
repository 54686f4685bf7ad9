package io.mendian.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mendian.runtime.security.InternalTokens;
import java.time.Duration;

/** Signs an internal token once per caller and service and reuses it for 20 of its 60 seconds. */
final class InternalTokenCache {

    private record Key(Known known, String service) {}

    private final InternalTokens tokens;
    private final Cache<Key, String> signed = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    InternalTokenCache(InternalTokens tokens) {
        this.tokens = tokens;
    }

    String tokenFor(Known known, String service) {
        return signed.get(
                new Key(known, service), key -> tokens.issue(key.known().caller(), key.service()));
    }
}
