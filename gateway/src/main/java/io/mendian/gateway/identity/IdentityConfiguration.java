package io.mendian.gateway.identity;

import io.mendian.gateway.front.Refusals;
import io.mendian.gateway.limits.Limits;
import io.mendian.runtime.security.InternalTokens;
import io.mendian.runtime.time.MovedClock;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.client.loadbalancer.reactive.ReactorLoadBalancerExchangeFilterFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the identity filter together. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Clock clock(@Value("${MENDIAN_CLOCK_FOLDER:}") String folder) {
        return MovedClock.in(folder, InternalTokens.GATEWAY);
    }

    @Bean
    InternalTokens internalTokens(@Value("${mendian.keys}") Path keys, Clock clock) {
        return new InternalTokens(InternalTokens.GATEWAY, keys, clock);
    }

    @Bean
    IdentityCache identityCache(@Value("${mendian.redis}") String url) {
        return new RedisIdentityCache(url).connect();
    }

    @Bean
    IdentityFilter identityFilter(
            IdentityCache cache,
            ReactorLoadBalancerExchangeFilterFunction balancer,
            InternalTokens tokens,
            JsonMapper json,
            Clock clock,
            Limits limits,
            Refusals refusals) {
        WebClient members = WebClient.builder().filter(balancer).build();
        return new IdentityFilter(
                new Identities(cache, members, tokens, json, clock),
                new InternalTokenCache(tokens, clock),
                limits,
                refusals);
    }
}
