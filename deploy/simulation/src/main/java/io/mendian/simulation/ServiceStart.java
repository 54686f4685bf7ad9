package io.mendian.simulation;

import io.mendian.runtime.event.SimulatedRelay;
import io.mendian.runtime.idempotency.SimulatedLeases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.context.support.GenericWebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** Starts a service as it is, with the simulation's database, clock, bus and neighbours in place of the real ones. */
final class ServiceStart {

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
        context.registerBean("settings", Platform.settings(service));
        new StandIns(world, service, node).register(context, beans);
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
        node.starts(context, new Routes(context, json), relay, Timers.of(context));
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
}
