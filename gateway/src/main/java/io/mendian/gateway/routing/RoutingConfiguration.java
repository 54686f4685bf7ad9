package io.mendian.gateway.routing;

import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One route per service; which one a request takes is a single look-up. */
@Configuration(proxyBeanMethods = false)
class RoutingConfiguration {

    private static final String SERVICE = RoutingConfiguration.class.getName() + ".service";

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
                    route -> route.predicate(exchange -> {
                                Object known = exchange.getAttributes().computeIfAbsent(SERVICE, any -> {
                                    String found = table.serviceOf(exchange.getRequest()
                                            .getPath()
                                            .pathWithinApplication()
                                            .value());
                                    return found == null ? "" : found;
                                });
                                return service.equals(known);
                            })
                            .uri("lb://" + service));
        }
        return routes.build();
    }
}
