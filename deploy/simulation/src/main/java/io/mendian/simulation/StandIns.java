package io.mendian.simulation;

import io.mendian.booking.bookings.SimulatedBookSeat;
import io.mendian.inventory.hold.SimulatedPlaceHold;
import io.mendian.order.payment.client.SimulatedWeChatPay;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.ibatis.annotations.Mapper;
import org.apache.kafka.clients.producer.Producer;
import org.mybatis.spring.mapper.MapperScannerConfigurer;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.context.support.GenericWebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The simulation's clock, bus, neighbours and provider in place of the real ones. */
final class StandIns {

    private final World world;
    private final String service;
    private final Node node;

    StandIns(World world, String service, Node node) {
        this.world = world;
        this.service = service;
        this.node = node;
    }

    void register(GenericWebApplicationContext context, DefaultListableBeanFactory beans) {
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
        switch (service) {
            case "member" -> cache(context);
            case "order" -> payments(context, beans);
            case "inventory" -> holds(beans);
            case "booking" -> seats(beans);
            default -> {
                // as it is
            }
        }
    }

    /** The cache is away all the time. */
    private static void cache(GenericWebApplicationContext context) {
        context.registerBean(
                "redis",
                org.springframework.data.redis.core.StringRedisTemplate.class,
                () -> new org.springframework.data.redis.core.StringRedisTemplate(
                        new org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory()));
    }

    private void payments(GenericWebApplicationContext context, DefaultListableBeanFactory beans) {
        String name = io.mendian.order.payment.client.WeChatPay.class.getName();
        beans.removeBeanDefinition(name);
        context.registerBean(
                name,
                SimulatedWeChatPay.class,
                () -> new SimulatedWeChatPay(world.provider(), context.getBean(JsonMapper.class), node.clock));
    }

    private void holds(DefaultListableBeanFactory beans) {
        beans.removeBeanDefinition("io.mendian.inventory.hold.PlaceHold");
        beans.registerBeanDefinition("together", together());
        beans.registerBeanDefinition("placeHold", new RootBeanDefinition(SimulatedPlaceHold.class));
    }

    private void seats(DefaultListableBeanFactory beans) {
        beans.removeBeanDefinition("io.mendian.booking.bookings.BookSeat");
        beans.registerBeanDefinition("together", together());
        beans.registerBeanDefinition("bookSeat", new RootBeanDefinition(SimulatedBookSeat.class));
    }

    /** Which of two ways a request goes that could be one of many at once. */
    private RootBeanDefinition together() {
        return new RootBeanDefinition(BooleanSupplier.class, () ->
                (BooleanSupplier) () -> world.scheduler().random().nextBoolean());
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
}
