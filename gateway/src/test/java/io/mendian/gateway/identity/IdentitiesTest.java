package io.mendian.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.gateway.GatewayKeys;
import io.mendian.runtime.security.InternalTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

/** A token that was revoked while it was being looked up is not valid afterwards. */
class IdentitiesTest {

    private static final String CLERK = """
            {"realm":"STAFF","subject":"7","chainWide":false,"expiresAt":"2099-01-01T00:00:00Z","mustChangePassword":false}
            """;

    private final FakeCache cache = new FakeCache();
    private final Deque<Sinks.One<ClientResponse>> questions = new ArrayDeque<>();
    private final Identities identities = new Identities(
            cache,
            WebClient.builder()
                    .exchangeFunction(request -> {
                        Sinks.One<ClientResponse> answer = Sinks.one();
                        questions.add(answer);
                        return answer.asMono();
                    })
                    .build(),
            new InternalTokens(InternalTokens.GATEWAY, GatewayKeys.folder(), Clock.systemUTC()),
            JsonMapper.builder().build(),
            Clock.systemUTC());

    /** Keeps texts for ever. */
    private static final class FakeCache implements IdentityCache {
        private final Map<String, String> entries = new ConcurrentHashMap<>();

        @Override
        public Mono<String> get(String key) {
            return Mono.justOrEmpty(entries.get(key));
        }

        @Override
        public Mono<Boolean> putIfAbsent(String key, String text, Duration life) {
            return Mono.fromSupplier(() -> entries.putIfAbsent(key, text) == null);
        }

        void revoke(String token) {
            entries.put("mendian:token:" + Identities.sha256(token), Identities.ASK);
        }
    }

    @Test
    void anAnswerIsAskedOnceAndKept() {
        AtomicReference<Known> first = lookUp();
        answer(HttpStatus.OK, CLERK);
        assertThat(first.get().identity().subject()).isEqualTo("7");
        assertThat(lookUp().get().identity().subject()).isEqualTo("7");
        assertThat(questions).isEmpty();
    }

    @Test
    void aLookUpThatBeganBeforeTheRevocationLeavesNothingBehind() {
        lookUp();
        cache.revoke("token");
        answer(HttpStatus.OK, CLERK);
        AtomicReference<Known> next = lookUp();
        answer(HttpStatus.UNAUTHORIZED, "{}");
        assertThat(next.get()).isNull();
    }

    @Test
    void aKeptAnswerEndsWithTheRevocation() {
        lookUp();
        answer(HttpStatus.OK, CLERK);
        cache.revoke("token");
        AtomicReference<Known> next = lookUp();
        answer(HttpStatus.UNAUTHORIZED, "{}");
        assertThat(next.get()).isNull();
    }

    private AtomicReference<Known> lookUp() {
        AtomicReference<Known> found = new AtomicReference<>();
        identities.of("token").subscribe(found::set);
        return found;
    }

    private void answer(HttpStatus status, String body) {
        questions
                .remove()
                .tryEmitValue(ClientResponse.create(status)
                        .header("Content-Type", "application/json")
                        .body(body)
                        .build());
    }
}
