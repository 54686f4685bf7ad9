package io.mendian.runtime.client;

import feign.Client;
import feign.RequestInterceptor;
import feign.codec.ErrorDecoder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.mendian.runtime.security.InternalTokens;
import io.mendian.runtime.web.Traces;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.cloud.openfeign.FeignClientFactory;
import org.springframework.cloud.openfeign.support.FeignHttpMessageConverters;
import org.springframework.context.annotation.Bean;
import org.springframework.http.converter.HttpMessageConverter;
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

    /** Feign fills its list of converters on first use and is not safe against two first uses at once: a restart under load would answer 503. */
    @Bean
    SmartInitializingSingleton answersCanBeReadFromTheBeginning(ObjectProvider<FeignClientFactory> clients) {
        return () -> clients.ifAvailable(factory -> factory.getContextNames().forEach(name -> {
            FeignHttpMessageConverters converters = factory.getInstance(name, FeignHttpMessageConverters.class);
            if (converters != null) {
                List<HttpMessageConverter<?>> ignored = converters.getConverters();
            }
        }));
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
            ObjectProvider<CircuitBreakerRegistry> breakers) {
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
