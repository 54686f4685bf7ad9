package io.mendian.gateway.front;

import io.mendian.gateway.routing.ApiDescriptions;
import io.mendian.gateway.routing.RouteTable;
import java.time.Duration;
import java.util.List;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What runs, and each service's API description. */
@RestController
class FrontController {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private final WebClient client;
    private final ApiDescriptions descriptions;
    private final RouteTable routes;

    FrontController(
            ReactorLoadBalancerExchangeFilterFunction balancer, ApiDescriptions descriptions, RouteTable routes) {
        this.client = WebClient.builder().filter(balancer).build();
        this.descriptions = descriptions;
        this.routes = routes;
    }

    record Part(String service, boolean up, int routes) {}

    @GetMapping("/status")
    Mono<List<Part>> status() {
        return Flux.fromIterable(ApiDescriptions.SERVICES)
                .flatMapSequential(service -> client.get()
                        .uri("http://" + service + "/actuator/health")
                        .retrieve()
                        .toBodilessEntity()
                        .map(answer -> answer.getStatusCode().is2xxSuccessful())
                        .timeout(PATIENCE)
                        .onErrorReturn(false)
                        .map(up -> new Part(
                                service,
                                up,
                                routes.paths()
                                        .getOrDefault(service, java.util.Set.of())
                                        .size())))
                .collectList();
    }

    @GetMapping(path = "/docs/{service}/openapi.yaml", produces = "application/yaml")
    ResponseEntity<String> api(@PathVariable String service) {
        String yaml = descriptions.yamlOf(service);
        return yaml == null
                ? ResponseEntity.notFound().build()
                : ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/yaml"))
                        .body(yaml);
    }
}
