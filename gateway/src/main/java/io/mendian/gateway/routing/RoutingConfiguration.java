package io.mendian.gateway.routing;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import java.time.Duration;
import java.util.List;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/**
 * One route per service; which one a request takes is a single look-up. Headquarters' questions about whole tables take a
 * second route to the same service, which waits longer.
 */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    private static final String TARGET = RoutingConfiguration.class.getName() + ".target";
    private static final String PATIENTLY = ", patiently";

    /** The books of a chain are counted live, and a hold is lifted when they are right: minutes over millions of rows. */
    private static final List<String> WHOLE_TABLES = List.of("/hq/v1/books", "/hq/v1/quarantine");

    private static final Duration PATIENCE = Duration.ofMinutes(11);

    @Bean
    ApiDescriptions apiDescriptions() {
        return ApiDescriptions.load();
    }

    @Bean
    RouteTable routeTable(ApiDescriptions descriptions) {
        return descriptions.routes();
    }

    @Bean
    RouteLocator services(RouteLocatorBuilder builder, RouteTable table) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        for (String service : ApiDescriptions.SERVICES) {
            routes.route(
                    service,
                    route -> route.predicate(exchange -> service.equals(target(table, exchange)))
                            .uri("lb://" + service));
        }
        for (String service : ApiDescriptions.SERVICES) {
            String patiently = service + PATIENTLY;
            routes.route(
                    patiently,
                    route -> route.predicate(exchange -> patiently.equals(target(table, exchange)))
                            .metadata(RESPONSE_TIMEOUT_ATTR, PATIENCE.toMillis())
                            .uri("lb://" + service));
        }
        return routes.build();
    }

    /** The name of the route that a request takes, looked up once; empty when nobody answers it. */
    private static Object target(RouteTable table, ServerWebExchange exchange) {
        return exchange.getAttributes().computeIfAbsent(TARGET, any -> {
            String path =
                    exchange.getRequest().getPath().pathWithinApplication().value();
            String service = table.serviceOf(path);
            if (service == null) {
                return "";
            }
            return WHOLE_TABLES.stream().anyMatch(path::startsWith) ? service + PATIENTLY : service;
        });
    }
}
