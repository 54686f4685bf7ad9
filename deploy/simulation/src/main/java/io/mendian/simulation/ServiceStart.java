package io.mendian.simulation;

import com.baomidou.mybatisplus.core.MybatisConfiguration;
import com.baomidou.mybatisplus.extension.spring.MybatisSqlSessionFactoryBean;
import io.mendian.inventory.hold.SimulatedPlaceHold;
import io.mendian.order.payment.client.SimulatedWeChatPay;
import io.mendian.runtime.alarm.AlarmConfiguration;
import io.mendian.runtime.books.BooksConfiguration;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.event.EventConfiguration;
import io.mendian.runtime.event.SimulatedRelay;
import io.mendian.runtime.idempotency.IdempotencyConfiguration;
import io.mendian.runtime.idempotency.SimulatedLeases;
import io.mendian.runtime.persistence.PersistenceConfiguration;
import io.mendian.runtime.web.JsonConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.mybatis.spring.mapper.MapperScannerConfigurer;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.support.GenericWebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Starts a service as it is, with the simulation's database, clock, bus and neighbours in place of the real ones. */
final class ServiceStart {

    private static final Set<String> TIMERS = Set.of(
            "OrderTimers",
            "PaymentTimers",
            "RefundTimers",
            "HoldTimers",
            "CouponHoldTimers",
            "PromotionBudgetTimers",
            "GrantTimers",
            "EventTimers");
    private static final Set<String> NOT_NOW = Set.of("forgetOld", "watch");

    private final World world;
    private final String service;
    private final Node node;

    private ServiceStart(World world, String service) {
        this.world = world;
        this.service = service;
        this.node = new Node(
                service + "-service",
                new Database(world.name(), service, world.scheduler()),
                new SimClock(world.scheduler()));
    }

    static Node start(World world, String service) {
        return new ServiceStart(world, service).start();
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    @EnableConfigurationProperties
    @Import({
        JacksonAutoConfiguration.class,
        JsonConfiguration.class,
        PersistenceConfiguration.class,
        EventConfiguration.class,
        AlarmConfiguration.class,
        BooksConfiguration.class,
        IdempotencyConfiguration.class
    })
    static class Platform {

        @Bean
        static PropertySourcesPlaceholderConfigurer placeholders() {
            return new PropertySourcesPlaceholderConfigurer();
        }

        @Bean
        PlatformTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }

        @Bean
        TransactionTemplate transactionTemplate(PlatformTransactionManager transactions) {
            return new TransactionTemplate(transactions);
        }

        @Bean
        JdbcTemplate jdbcTemplate(DataSource database) {
            return new JdbcTemplate(database);
        }

        @Bean
        JdbcClient jdbcClient(JdbcTemplate jdbc) {
            return JdbcClient.create(jdbc);
        }

        @Bean
        MeterRegistry meters() {
            return new SimpleMeterRegistry();
        }

        @Bean
        FieldCipher fieldCipher() {
            return new FieldCipher(new byte[32], new byte[32]);
        }

        @Bean
        MybatisSqlSessionFactoryBean sqlSessionFactory(DataSource database) throws IOException {
            MybatisConfiguration configuration = new MybatisConfiguration();
            configuration.setMapUnderscoreToCamelCase(true);
            configuration.setArgNameBasedConstructorAutoMapping(true);
            configuration.setCallSettersOnNulls(true);
            configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
            MybatisSqlSessionFactoryBean factory = new MybatisSqlSessionFactoryBean();
            factory.setDataSource(database);
            factory.setConfiguration(configuration);
            return factory;
        }
    }

    @ConfigurationPropertiesScan("io.mendian.member")
    static class MemberSettings {}

    @ConfigurationPropertiesScan("io.mendian.marketing")
    static class MarketingSettings {}

    @ConfigurationPropertiesScan("io.mendian.order")
    static class OrderSettings {}

    @ConfigurationPropertiesScan("io.mendian.inventory")
    static class InventorySettings {}

    private Class<?> settings() {
        return switch (service) {
            case "member" -> MemberSettings.class;
            case "marketing" -> MarketingSettings.class;
            case "order" -> OrderSettings.class;
            case "inventory" -> InventorySettings.class;
            default -> throw new IllegalArgumentException(service);
        };
    }

    private Node start() {
        createTables();
        GenericWebApplicationContext context =
                new GenericWebApplicationContext(new org.springframework.mock.web.MockServletContext());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "simulation",
                        Map.of(
                                "spring.application.name", node.name,
                                "mendian.kafka", "none",
                                "mendian.keys", "none",
                                "mendian.currency", "CNY",
                                "mendian.providers.keys", "none",
                                "mendian.sms.url", "http://127.0.0.1:1",
                                "mendian.wechat.url", "http://127.0.0.1:1",
                                "mendian.listener.enabled", "false",
                                "mendian.relay.enabled", "false")));
        DefaultListableBeanFactory beans = context.getDefaultListableBeanFactory();
        beans.setAllowBeanDefinitionOverriding(true);
        org.springframework.context.annotation.AnnotationConfigUtils.registerAnnotationConfigProcessors(context);
        scan(context);
        context.registerBean("platform", Platform.class);
        context.registerBean("settings", settings());
        register(context, beans);
        context.addBeanFactoryPostProcessor((BeanFactoryPostProcessor) factory -> {
            for (String name : factory.getBeanDefinitionNames()) {
                factory.getBeanDefinition(name).setLazyInit(true);
            }
        });
        context.refresh();
        touchAll(context);
        JsonMapper json = context.getBean(JsonMapper.class);
        SimulatedRelay relay =
                new SimulatedRelay(context.getBean(JdbcTemplate.class), world.producer(), node.name, node.clock);
        node.starts(context, new Routes(context, json), relay, timers(context));
        SimulatedLeases.stop(context.getBean(SimulatedLeases.type()));
        return node;
    }

    private void createTables() {
        try {
            PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
            List<Resource> scripts = new ArrayList<>(List.of(resources.getResources("classpath*:db/platform/*.sql")));
            for (Resource script : resources.getResources("classpath*:db/migration/*.sql")) {
                if (script.getURL().toString().contains(service + "-service")) {
                    scripts.add(script);
                }
            }
            scripts.sort(Comparator.comparing(script -> Objects.requireNonNull(script.getFilename())));
            List<String> texts = new ArrayList<>();
            for (Resource script : scripts) {
                texts.add(script.getContentAsString(StandardCharsets.UTF_8));
            }
            node.database.create(texts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void scan(GenericWebApplicationContext context) {
        ClassPathBeanDefinitionScanner scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new AnnotationTypeFilter(SpringBootApplication.class));
        scanner.setBeanNameGenerator((definition, registry) -> Objects.requireNonNull(definition.getBeanClassName()));
        scanner.scan("io.mendian." + service);
    }

    private void register(GenericWebApplicationContext context, DefaultListableBeanFactory beans) {
        context.registerBean("database", DataSource.class, () -> node.database);
        context.registerBean("clock", Clock.class, () -> node.clock);
        context.registerBean(
                "simulatedProducer", Producer.class, world::producer, definition -> definition.setPrimary(true));
        RootBeanDefinition mappers = new RootBeanDefinition(MapperScannerConfigurer.class);
        mappers.getPropertyValues().add("basePackage", "io.mendian." + service);
        mappers.getPropertyValues().add("annotationClass", Mapper.class);
        mappers.getPropertyValues().add("sqlSessionFactoryBeanName", "sqlSessionFactory");
        beans.registerBeanDefinition("mappers", mappers);
        feignClients().forEach(type -> {
            RootBeanDefinition client = new RootBeanDefinition();
            client.setBeanClass(type);
            client.setInstanceSupplier(() -> Wires.client(world, node, type, context.getBean(JsonMapper.class)));
            beans.registerBeanDefinition(type.getName(), client);
        });
        if (service.equals("member")) {
            // the cache is away all the time
            context.registerBean(
                    "redis",
                    org.springframework.data.redis.core.StringRedisTemplate.class,
                    () -> new org.springframework.data.redis.core.StringRedisTemplate(
                            new org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory()));
        }
        if (service.equals("order")) {
            String name = io.mendian.order.payment.client.WeChatPay.class.getName();
            beans.removeBeanDefinition(name);
            context.registerBean(
                    name,
                    SimulatedWeChatPay.class,
                    () -> new SimulatedWeChatPay(world.provider(), context.getBean(JsonMapper.class), node.clock));
        }
        if (service.equals("inventory")) {
            beans.removeBeanDefinition("io.mendian.inventory.hold.PlaceHold");
            beans.registerBeanDefinition(
                    "together",
                    new RootBeanDefinition(
                            java.util.function.BooleanSupplier.class, () -> (java.util.function.BooleanSupplier)
                                    () -> world.scheduler().random().nextBoolean()));
            beans.registerBeanDefinition("placeHold", new RootBeanDefinition(SimulatedPlaceHold.class));
        }
    }

    private List<Class<?>> feignClients() {
        ClassPathScanningCandidateComponentProvider provider = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isInterface();
            }
        };
        provider.addIncludeFilter(new AnnotationTypeFilter(FeignClient.class));
        List<Class<?>> types = new ArrayList<>();
        provider.findCandidateComponents("io.mendian." + service).forEach(definition -> {
            try {
                types.add(Class.forName(definition.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        });
        return types;
    }

    /** Makes every bean now that can be made: none shall be made in the middle of a simulated request. */
    private static void touchAll(GenericWebApplicationContext context) {
        for (String name : context.getBeanDefinitionNames()) {
            if (!name.equals("outboxProducer") && !name.equals("topicBooks")) {
                try {
                    Object ignored = context.getBean(name);
                } catch (RuntimeException e) {
                    if (Boolean.getBoolean("simulation.verbose")) {
                        System.err.println(name + ": " + e.getMessage());
                    }
                }
            }
        }
    }

    private List<Node.Task> timers(GenericWebApplicationContext context) {
        List<Node.Task> tasks = new ArrayList<>();
        for (String name : context.getBeanDefinitionNames()) {
            Class<?> type = typeOf(context, name);
            if (type == null || !TIMERS.contains(type.getSimpleName())) {
                continue;
            }
            Object bean = context.getBean(name);
            for (Method method : AopUtils.getTargetClass(bean).getDeclaredMethods()) {
                if (AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)
                        && !NOT_NOW.contains(method.getName())) {
                    method.setAccessible(true);
                    tasks.add(new Node.Task(type.getSimpleName() + "." + method.getName(), () -> invoke(bean, method)));
                }
            }
        }
        return tasks;
    }

    private static @Nullable Class<?> typeOf(GenericWebApplicationContext context, String name) {
        return context.getType(name);
    }

    private static void invoke(Object bean, Method method) {
        try {
            method.invoke(bean);
        } catch (java.lang.reflect.InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
