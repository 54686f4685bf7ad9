package io.mendian.runtime.client;

import feign.Client;
import feign.RequestInterceptor;
import feign.codec.ErrorDecoder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.mendian.runtime.security.InternalTokens;
import io.mendian.runtime.web.Traces;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Every Feign client names its caller, carries the trace, passes problems on, and stops asking a service that is down. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
public class ClientConfiguration {

    @Bean
    RequestInterceptor callerIdentity(InternalTokens tokens) {
        return template -> {
            template.header(
                    "Authorization",
                    "Bearer " + tokens.machineToken(template.feignTarget().name()));
            template.header(Traces.HEADER, Traces.current());
        };
    }

    @Bean
    ErrorDecoder problemsArePassedOn(JsonMapper json) {
        return new ProblemDecoder(json);
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(20)
                .minimumNumberOfCalls(10)
                .failureRateThreshold(50)
                .waitDurationInOpenState(Duration.ofSeconds(2))
                .permittedNumberOfCallsInHalfOpenState(3)
                .build());
    }

    @Bean
    static org.springframework.beans.factory.config.BeanPostProcessor clientsHaveBreakers(
            org.springframework.beans.factory.ObjectProvider<CircuitBreakerRegistry> breakers) {
        return new org.springframework.beans.factory.config.BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof Client client && !(bean instanceof GuardedClient)
                        ? new GuardedClient(client, breakers)
                        : bean;
            }
        };
    }
}
