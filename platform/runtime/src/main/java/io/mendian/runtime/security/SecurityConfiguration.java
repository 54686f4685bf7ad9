package io.mendian.runtime.security;

import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.Problem;
import io.mendian.runtime.problem.ProblemBody;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Every request: internal token, then the route's own {@link Allow}; whatever names no rule is denied. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
public class SecurityConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InternalTokens internalTokens(
            @Value("${spring.application.name}") String self, @Value("${mendian.keys}") Path keys, Clock clock) {
        return new InternalTokens(self, keys, clock);
    }

    @Bean
    SecurityFilterChain everyRequest(
            HttpSecurity http,
            InternalTokens tokens,
            ObjectProvider<RequestMappingHandlerMapping> mappings,
            ObjectProvider<MeterRegistry> meters,
            @Value("${spring.application.name}") String self,
            JsonMapper json) {
        RouteRules rules = new RouteRules(mappings);
        return http.csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(Customizer.withDefaults())
                .addFilterBefore(
                        new InternalTokenFilter(tokens, new ClockDifferences(self, meters)),
                        BasicAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus", "/v3/api-docs/**", "/v3/api-docs.yaml")
                        .access(new LoopbackOnly())
                        .requestMatchers("/app/**", "/store/**", "/hq/**", "/open/**", "/internal/**")
                        .access(rules)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> refuse(whyNobody(request), request, response, json))
                        .accessDeniedHandler((request, response, e) ->
                                refuse(RouteRules.refusalOf(request), request, response, json)))
                .build();
    }

    /** Requests are observed as wholes; each of their dozen filters is nobody's question and costs as much as its work. */
    @Bean
    SecurityObservationSettings requestsAreObservedAsWholes() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    WebMvcConfigurer callerParameter() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerParameter());
            }
        };
    }

    /** Nobody signs in to a service by name and password; this keeps Boot from making a default user. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException(name);
        };
    }

    /** Why nobody may not: only who has no token at all is told to sign in. */
    private static Problem whyNobody(HttpServletRequest request) {
        return InternalTokenFilter.isStale(request) ? CommonProblem.BUSY : CommonProblem.NOT_SIGNED_IN;
    }

    private static void refuse(
            Problem problem, HttpServletRequest request, HttpServletResponse response, JsonMapper json)
            throws IOException {
        response.setStatus(problem.status());
        response.setContentType("application/problem+json");
        if (problem.status() == 503) {
            response.setHeader("Retry-After", "2");
        }
        Locale locale = request.getHeader("Accept-Language") == null ? Locale.SIMPLIFIED_CHINESE : request.getLocale();
        json.writeValue(response.getOutputStream(), ProblemBody.of(problem, locale));
    }
}
