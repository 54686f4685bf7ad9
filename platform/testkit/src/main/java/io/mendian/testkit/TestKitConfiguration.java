package io.mendian.testkit;

import io.mendian.kernel.HoldId;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.InternalTokens;
import io.swagger.v3.oas.models.media.StringSchema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.RootClassFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Role;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The beans that {@link MendianTest} adds to a service. */
@TestConfiguration(proxyBeanMethods = false)
public class TestKitConfiguration {

    static {
        // the description says what JSON says: ids are strings, and who calls is no parameter
        SpringDocUtils describe = SpringDocUtils.getConfig();
        describe.addRequestWrapperToIgnore(Caller.class, OperationId.class);
        for (Class<?> id :
                List.of(MemberKey.class, StoreId.class, StaffId.class, SkuId.class, OrderId.class, HoldId.class)) {
            describe.replaceWithSchema(id, new StringSchema().pattern("[0-9]+"));
        }
    }

    /** What a service publishes in any of its tests must fit the contract. */
    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor publishedEventsFitTheirSchemas(ObjectProvider<JsonMapper> json) {
        return new DefaultPointcutAdvisor(
                new ComposablePointcut(new RootClassFilter(Outbox.class)), new EventContract(json));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    @Primary
    StandingOrders standingOrders() {
        return new StandingOrders();
    }

    @Bean
    @Lazy
    Api api(Environment environment, JsonMapper json, @Value("${spring.application.name}") String service) {
        Path keys = TestKeys.folder();
        InternalTokens gateway = new InternalTokens(InternalTokens.GATEWAY, keys, Clock.systemUTC());
        String base = "http://127.0.0.1:" + environment.getProperty("local.server.port");
        return new Api(base, json, caller -> gateway.issue(caller, service), Map.of());
    }

    @Bean
    InternalTokens internalTokens(@Value("${spring.application.name}") String self) {
        // real time: a test that moves the service's clock by a year still holds a valid token
        return new InternalTokens(self, TestKeys.folder(), Clock.systemUTC());
    }

    @Bean
    Deliveries deliveries(EventDispatcher dispatcher, JsonMapper json, Clock clock) {
        return new Deliveries(dispatcher, json, clock);
    }

    @Bean
    NeighbourContract neighbourContract(JsonMapper json) {
        return new NeighbourContract(json);
    }

    @Bean
    OutboxProbe outboxProbe(JdbcTemplate jdbc, JsonMapper json) {
        return new OutboxProbe(jdbc, json);
    }

    @Bean
    @Lazy
    RouteMatrix routeMatrix(RequestMappingHandlerMapping requestMappingHandlerMapping, Api api) {
        return new RouteMatrix(requestMappingHandlerMapping, api);
    }

    /** A new one for each test that asks, for it collects. */
    @Bean
    @Lazy
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    Strangers strangers(RequestMappingHandlerMapping requestMappingHandlerMapping, Api api) {
        return new Strangers(requestMappingHandlerMapping, api);
    }

    /** A new one for each test that asks, for it collects. */
    @Bean
    @Lazy
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    ChainWideRoutes chainWideRoutes(RequestMappingHandlerMapping requestMappingHandlerMapping, Api api) {
        return new ChainWideRoutes(requestMappingHandlerMapping, api);
    }

    @Bean
    @Lazy
    OpenApiContract openApiContract(Api api) {
        return new OpenApiContract(api);
    }
}
