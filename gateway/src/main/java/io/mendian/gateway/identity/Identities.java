package io.mendian.gateway.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.mendian.runtime.security.InternalTokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Resolves a token: from the cache if it is there, else from member-service. The cache lives at most 60 s (58, and 2 for a copy in this gateway) and may be lost
 * at any time. When a token is revoked, or its rights change, member-service puts {@link #ASK} in its place for a while,
 * and an answer is only kept where nothing is: a look-up that began before the revocation cannot put its answer there.
 */
final class Identities {

    private static final Logger LOG = LoggerFactory.getLogger(Identities.class);
    /** In the place of an identity: it changed just now, so ask and keep nothing. */
    static final String ASK = "ask";

    private static final Duration CACHED = Duration.ofSeconds(58);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final IdentityCache cache;
    private final WebClient members;
    private final InternalTokens tokens;
    private final JsonMapper json;
    private final Clock clock;
    /** By what was said of them, so that the same words are read once. */
    private final Cache<String, Known> read = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Identities(IdentityCache cache, WebClient members, InternalTokens tokens, JsonMapper json, Clock clock) {
        this.cache = cache;
        this.members = members;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
    }

    /** Empty when the token is unknown, expired or revoked. */
    Mono<Known> of(String token) {
        String key = "mendian:token:" + sha256(token);
        return cache.get(key)
                .filter(text -> !text.equals(ASK))
                .flatMap(this::read)
                .switchIfEmpty(Mono.defer(() -> ask(token).flatMap(text -> keep(key, text))))
                .filter(known -> known.identity().expiresAt().isAfter(clock.instant()));
    }

    private Mono<String> ask(String token) {
        return members.post()
                .uri("http://member-service/internal/v1/tokens/introspect")
                .header("Authorization", "Bearer " + tokens.machineToken("member-service"))
                .bodyValue(Map.of("token", token))
                .retrieve()
                .bodyToMono(String.class)
                .timeout(PATIENCE)
                .onErrorResume(
                        WebClientResponseException.class,
                        e -> e.getStatusCode() == HttpStatus.UNAUTHORIZED ? Mono.empty() : Mono.error(e))
                .onErrorMap(IdentityFilter.LookupFailed::new);
    }

    private Mono<Known> keep(String key, String text) {
        return read(text).flatMap(known -> {
            Duration left = Duration.between(clock.instant(), known.identity().expiresAt());
            Duration life = left.compareTo(CACHED) < 0 ? left : CACHED;
            if (life.isNegative() || life.isZero()) {
                return Mono.just(known);
            }
            return cache.putIfAbsent(key, text, life).thenReturn(known);
        });
    }

    private Mono<Known> read(String text) {
        try {
            return Mono.just(read.get(text, words -> new Known(json.readValue(words, Identity.class))));
        } catch (JacksonException e) {
            LOG.warn("an identity is not readable: {}", e.getMessage());
            return Mono.empty();
        }
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
