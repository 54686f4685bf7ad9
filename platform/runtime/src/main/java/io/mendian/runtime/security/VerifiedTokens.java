package io.mendian.runtime.security;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Whom the tokens name whose signatures were found right lately. A caller uses a token for many requests, and a signature
 * costs more to verify than a small request to answer.
 */
final class VerifiedTokens {

    private static final int MOST = 1_000;

    private record Verified(Caller caller, long lastSecond) {}

    private final Map<String, Verified> byToken = new ConcurrentHashMap<>();

    /** Nothing for a token that was not kept or has ended. */
    @Nullable
    Caller find(String token, long now) {
        Verified known = byToken.get(token);
        return known == null || known.lastSecond < now ? null : known.caller;
    }

    void keep(String token, Caller caller, long lastSecond, long now) {
        if (byToken.size() >= MOST) {
            byToken.values().removeIf(verified -> verified.lastSecond < now);
            if (byToken.size() >= MOST) {
                byToken.clear();
            }
        }
        byToken.put(token, new Verified(caller, lastSecond));
    }
}
