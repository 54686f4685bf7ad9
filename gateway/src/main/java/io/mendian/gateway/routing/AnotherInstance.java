package io.mendian.gateway.routing;

import java.net.ConnectException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebExchangeDecorator;
import reactor.core.publisher.Mono;

/**
 * Tries another instance when the chosen one did not take the connection. Nothing of the request was sent then, so this
 * is right for every method; a request that was sent is never sent again. The instances come in turn for all requests
 * together, so one request may meet the same dead instance several times: while refusals cost next to nothing, it goes on.
 */
@Component
class AnotherInstance implements GlobalFilter, Ordered {

    private static final int TRIES = 3;
    private static final int QUICK_TRIES = 40;
    private static final long QUICK_NANOS = 200_000_000;

    @Override
    public int getOrder() {
        return -50;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return attempt(exchange, chain, 1, System.nanoTime());
    }

    private static Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, int attempt, long began) {
        return Mono.defer(() -> chain.filter(new Attempt(exchange)))
                .onErrorResume(
                        ConnectException.class,
                        e -> mayTryAgain(attempt, began)
                                ? attempt(exchange, chain, attempt + 1, began)
                                : Mono.error(e));
    }

    private static boolean mayTryAgain(int attempt, long began) {
        return attempt < TRIES || (attempt < QUICK_TRIES && System.nanoTime() - began < QUICK_NANOS);
    }

    /**
     * The exchange as one attempt sees it. A failed attempt tidies up after the next one has begun: with attributes in
     * common it would close the next one's connection, and the client would wait for the rest of the answer for ever.
     */
    private static final class Attempt extends ServerWebExchangeDecorator {
        private final Map<String, Object> attributes;

        Attempt(ServerWebExchange exchange) {
            super(exchange);
            this.attributes = new ConcurrentHashMap<>(exchange.getAttributes());
        }

        @Override
        public Map<String, Object> getAttributes() {
            return attributes;
        }
    }
}
