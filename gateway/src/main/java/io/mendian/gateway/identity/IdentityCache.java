package io.mendian.gateway.identity;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** What was answered of tokens lately. It may be lost at any time; a cache that is away is passed by at once. */
interface IdentityCache {

    Mono<String> get(String key);

    /** Keeps a text where nothing is; what is there stays. */
    Mono<Boolean> putIfAbsent(String key, String text, Duration life);
}
