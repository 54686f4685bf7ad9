package io.mendian.simulation;

import com.baomidou.mybatisplus.core.MybatisConfiguration;
import com.baomidou.mybatisplus.extension.spring.MybatisSqlSessionFactoryBean;
import io.mendian.runtime.alarm.AlarmConfiguration;
import io.mendian.runtime.books.BooksConfiguration;
import io.mendian.runtime.crypto.FieldCipher;
import io.mendian.runtime.event.EventConfiguration;
import io.mendian.runtime.hold.HoldConfiguration;
import io.mendian.runtime.idempotency.IdempotencyConfiguration;
import io.mendian.runtime.persistence.PersistenceConfiguration;
import io.mendian.runtime.web.JsonConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import javax.sql.DataSource;
import org.apache.ibatis.session.LocalCacheScope;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.PropertySourcesPlaceholderConfigurer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** What every service has of the platform, with the simulation's database behind it. */
@EnableTransactionManagement(proxyTargetClass = true)
@EnableConfigurationProperties
@Import({
    JacksonAutoConfiguration.class,
    JsonConfiguration.class,
    PersistenceConfiguration.class,
    EventConfiguration.class,
    AlarmConfiguration.class,
    BooksConfiguration.class,
    HoldConfiguration.class,
    IdempotencyConfiguration.class
})
class Platform {

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

    @ConfigurationPropertiesScan("io.mendian.member")
    static class MemberSettings {}

    @ConfigurationPropertiesScan("io.mendian.marketing")
    static class MarketingSettings {}

    @ConfigurationPropertiesScan("io.mendian.order")
    static class OrderSettings {}

    @ConfigurationPropertiesScan("io.mendian.inventory")
    static class InventorySettings {}

    @ConfigurationPropertiesScan("io.mendian.booking")
    static class BookingSettings {}

    static Class<?> settings(String service) {
        return switch (service) {
            case "member" -> MemberSettings.class;
            case "marketing" -> MarketingSettings.class;
            case "order" -> OrderSettings.class;
            case "inventory" -> InventorySettings.class;
            case "booking" -> BookingSettings.class;
            default -> throw new IllegalArgumentException(service);
        };
    }
}
