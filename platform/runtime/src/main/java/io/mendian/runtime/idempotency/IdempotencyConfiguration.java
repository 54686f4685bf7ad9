package io.mendian.runtime.idempotency;

import io.mendian.runtime.crypto.FieldCipher;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Puts the idempotency interceptor around controllers and forgets answers after seven days. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
@EnableConfigurationProperties(TurnProperties.class)
public class IdempotencyConfiguration {

    @Bean
    IdempotencyStore idempotencyStore(JdbcClient jdbc, Clock clock) {
        return new IdempotencyStore(jdbc, clock);
    }

    @Bean
    Leases idempotencyLeases(IdempotencyStore store) {
        return new Leases(store);
    }

    @Bean
    Turns turns(TurnProperties settings, MeterRegistry meters) {
        return new Turns(settings, meters);
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor idempotentRoutes(
            ObjectProvider<IdempotencyStore> store,
            ObjectProvider<Leases> leases,
            ObjectProvider<PlatformTransactionManager> transactions,
            ObjectProvider<JsonMapper> json,
            ObjectProvider<Clock> clock,
            ObjectProvider<FieldCipher> cipher,
            ObjectProvider<Turns> turns) {
        // resolved on first use: an advisor is made before the beans it needs
        SingletonSupplier<IdempotencyInterceptor> interceptor = SingletonSupplier.of(() -> new IdempotencyInterceptor(
                store.getObject(),
                new TransactionTemplate(transactions.getObject()),
                json.getObject(),
                clock.getObject(),
                leases.getObject(),
                new SecretAnswers(cipher::getObject),
                turns.getObject()));
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(Idempotent.class),
                (org.aopalliance.intercept.MethodInterceptor)
                        invocation -> interceptor.obtain().invoke(invocation));
        advisor.setOrder(0);
        return advisor;
    }

    /** Lets a controller take an {@link OperationId}; the interceptor puts the real one in. */
    @Bean
    WebMvcConfigurer operationIdParameter() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new OperationIdParameter());
            }
        };
    }

    @Bean
    ForgetAnswers forgetAnswers(IdempotencyStore store) {
        return new ForgetAnswers(store);
    }
}
