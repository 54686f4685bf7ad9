package io.mendian.gateway.identity;

import java.time.Duration;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import reactor.core.publisher.Mono;

/** What was answered of tokens lately. It may be lost at any time; a cache that is away is passed by at once. */
interface IdentityCache {

    Duration PATIENCE = Duration.ofMillis(150);

    Mono<String> get(String key);

    /** Keeps a text where nothing is; what is there stays. */
    Mono<Boolean> putIfAbsent(String key, String text, Duration life);

    static IdentityCache in(ReactiveStringRedisTemplate redis) {
        return new IdentityCache() {
            @Override
            public Mono<String> get(String key) {
                return redis.opsForValue().get(key).timeout(PATIENCE).onErrorResume(e -> Mono.empty());
            }

            @Override
            public Mono<Boolean> putIfAbsent(String key, String text, Duration life) {
                return redis.opsForValue()
                        .setIfAbsent(key, text, life)
                        .timeout(PATIENCE)
                        .onErrorResume(e -> Mono.just(false));
            }
        };
    }
}
