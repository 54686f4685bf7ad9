package io.mendian.bench.inside;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/** The gateway library as it comes, with one route and no policy: what ours is compared with. Argument: the backend's address. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class StockGateway {

    public static void main(String[] args) {
        SpringApplication.run(StockGateway.class, args);
    }

    @Bean
    RouteLocator everything(
            RouteLocatorBuilder routes,
            @org.springframework.beans.factory.annotation.Value("${backend}") String backend) {
        return routes.routes()
                .route("all", route -> route.path("/**").uri(backend))
                .build();
    }
}
