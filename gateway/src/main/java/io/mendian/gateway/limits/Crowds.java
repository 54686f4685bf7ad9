package io.mendian.gateway.limits;

import io.mendian.gateway.front.Refusals;
import io.mendian.gateway.routing.RouteTable;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * The line in front of each route that writes (POST). A crowd at one route waits here, where a request that waits is a few
 * objects, and not in the service, where it is a connection with its buffers; all other routes go on as before.
 */
@Component
class Crowds implements GlobalFilter, Ordered {

    /**
     * How a crowd is let in.
     *
     * @param atOnce so many requests of one route are with its service at the same time
     * @param waiting so many more wait; whoever comes then is told at once to come again
     * @param within who has not had his turn after this time is told to come again
     */
    @ConfigurationProperties("mendian.crowds")
    record Settings(
            @DefaultValue("128") int atOnce,
            @DefaultValue("2000") int waiting,
            @DefaultValue("20s") Duration within) {}

    private final Map<String, Line> lines = new ConcurrentHashMap<>();
    private final RouteTable routes;
    private final Settings settings;
    private final Refusals refusals;

    Crowds(RouteTable routes, Settings settings, Refusals refusals) {
        this.routes = routes;
        this.settings = settings;
        this.refusals = refusals;
    }

    /** After it is known who asks and that he may, before an instance is chosen. */
    @Override
    public int getOrder() {
        return -90;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (exchange.getRequest().getMethod() != HttpMethod.POST) {
            return chain.filter(exchange);
        }
        String route = routes.templateOf(
                exchange.getRequest().getPath().pathWithinApplication().value());
        return route == null ? chain.filter(exchange) : Mono.defer(() -> inTurn(line(route), exchange, chain));
    }

    Line line(String route) {
        return lines.computeIfAbsent(route, any -> new Line(settings.atOnce(), settings.waiting()));
    }

    private Mono<Void> inTurn(Line line, ServerWebExchange exchange, GatewayFilterChain chain) {
        Line.Place place = line.come();
        if (place == null) {
            return refusals.refuse(exchange, CommonProblem.BUSY);
        }
        Mono<Void> served = place.isAtOnce()
                ? chain.filter(exchange)
                : place.turn()
                        .timeout(settings.within(), Mono.just(false))
                        .flatMap(mine -> mine ? chain.filter(exchange) : refusals.refuse(exchange, CommonProblem.BUSY));
        return served.doFinally(any -> place.leave());
    }
}
