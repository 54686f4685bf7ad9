package io.mendian.gateway.identity;

import io.mendian.gateway.front.Refusals;
import io.mendian.gateway.limits.Limits;
import io.mendian.runtime.problem.CommonProblem;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Exchanges the caller's token for an internal one and drops every identity header a client may have sent. A request
 * without a token goes on as nobody: the service decides whether its route is open.
 */
final class IdentityFilter implements GlobalFilter, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityFilter.class);
    private static final String BEARER = "Bearer ";
    private static final List<String> DROPPED =
            List.of("x-user-id", "x-mendian-", "x-internal-", "forwarded", "x-forwarded-");

    private final Identities identities;
    private final InternalTokenCache tokens;
    private final Limits limits;
    private final Refusals refusals;

    IdentityFilter(Identities identities, InternalTokenCache tokens, Limits limits, Refusals refusals) {
        this.identities = identities;
        this.tokens = tokens;
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    public int getOrder() {
        return -100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.startsWith(BEARER)) {
            return limited(exchange, "ip:" + address(exchange), chain, null);
        }
        return identities
                .of(header.substring(BEARER.length()))
                .map(java.util.Optional::of)
                .defaultIfEmpty(java.util.Optional.empty())
                .flatMap(identity -> identity.isEmpty()
                        ? refusals.refuse(exchange, CommonProblem.NOT_SIGNED_IN)
                        : known(exchange, chain, identity.get()))
                .onErrorResume(LookupFailed.class, e -> refusals.refuse(exchange, CommonProblem.BUSY));
    }

    private Mono<Void> known(ServerWebExchange exchange, GatewayFilterChain chain, Known known) {
        if (known.identity().mustChangePassword() && !isAboutLogin(exchange)) {
            return refusals.refuse(exchange, GatewayProblem.PASSWORD_CHANGE_NEEDED);
        }
        return limited(exchange, known.principal(), chain, known);
    }

    /** Signing in and out, and choosing the new password. */
    private static boolean isAboutLogin(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        return path.equals("/hq/v1/login")
                || path.equals("/store/v1/login")
                || path.startsWith("/hq/v1/login/")
                || path.startsWith("/store/v1/login/");
    }

    private Mono<Void> limited(
            ServerWebExchange exchange, String principal, GatewayFilterChain chain, @Nullable Known known) {
        if (!limits.allows(principal, known == null ? null : known.caller().realm())) {
            return refusals.refuse(exchange, GatewayProblem.TOO_MANY_REQUESTS);
        }
        Route route = exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        if (route == null) {
            return refusals.refuse(exchange, CommonProblem.NOT_FOUND);
        }
        ServerHttpRequest request = exchange.getRequest()
                .mutate()
                .headers(headers -> {
                    dropIdentity(headers);
                    headers.remove(HttpHeaders.AUTHORIZATION);
                    headers.remove(HttpHeaders.COOKIE);
                    headers.set("X-Client-Address", address(exchange));
                    if (known != null) {
                        headers.setBearerAuth(
                                tokens.tokenFor(known, route.getUri().getHost()));
                    }
                })
                .build();
        return chain.filter(exchange.mutate().request(request).build());
    }

    private static void dropIdentity(HttpHeaders headers) {
        List<String> found = new ArrayList<>();
        for (String name : headers.headerNames()) {
            for (String prefix : DROPPED) {
                if (name.regionMatches(true, 0, prefix, 0, prefix.length())) {
                    found.add(name);
                }
            }
        }
        found.forEach(headers::remove);
    }

    private static String address(ServerWebExchange exchange) {
        InetSocketAddress remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? "unknown"
                : remote.getAddress().getHostAddress();
    }

    /** member-service could not be asked. */
    static final class LookupFailed extends RuntimeException {
        LookupFailed(Throwable cause) {
            super(cause);
            LOG.warn("member-service cannot be asked: {}", cause.toString());
        }
    }
}
