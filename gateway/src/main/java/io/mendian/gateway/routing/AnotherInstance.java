package io.mendian.gateway.routing;

import java.net.ConnectException;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
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
        return chain.filter(exchange).onErrorResume(ConnectException.class, e -> {
            if (attempt == TRIES) {
                return Mono.error(e);
            }
            ServerWebExchangeUtils.reset(exchange);
            return attempt(exchange, chain, attempt + 1);
        });
    }
}
