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
 * is right for every method; a request that was sent is never sent again.
 */
@Component
class AnotherInstance implements GlobalFilter, Ordered {

    private static final int TRIES = 3;

    @Override
    public int getOrder() {
        return -50;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return attempt(exchange, chain, 1);
    }

    private static Mono<Void> attempt(ServerWebExchange exchange, GatewayFilterChain chain, int attempt) {
        Mono<Void> tried = Mono.defer(() -> chain.filter(new Attempt(exchange)));
        return attempt == TRIES
                ? tried
                : tried.onErrorResume(ConnectException.class, e -> attempt(exchange, chain, attempt + 1));
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
