package io.mendian.runtime.hold;

import io.mendian.runtime.alarm.Alarms;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** How holds past their deadline end, for the services that hold something for orders. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
@EnableConfigurationProperties(HoldProperties.class)
public class HoldConfiguration {

    @Bean
    OverdueHolds overdueHolds(
            ObjectProvider<OrderStandings> orders,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock,
            HoldProperties settings,
            MeterRegistry meters) {
        return new OverdueHolds(orders, jdbc, new TransactionTemplate(transactions), clock, settings, meters);
    }

    @Bean
    PaidOrdersToldAgain paidOrdersToldAgain(ObjectProvider<OrderStandings> orders, JsonMapper json) {
        return new PaidOrdersToldAgain(orders, json);
    }

    @Bean
    KeptHoldsWatch keptHoldsWatch(
            OverdueHolds holds, JdbcTemplate jdbc, Alarms alarms, Clock clock, HoldProperties settings) {
        return new KeptHoldsWatch(holds, jdbc, alarms, clock, settings);
    }

    @Bean
    @ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
    KeptHoldsTimer keptHoldsTimer(KeptHoldsWatch watch) {
        return new KeptHoldsTimer(watch);
    }

    /** Looks every minute. */
    static class KeptHoldsTimer {
        private final KeptHoldsWatch watch;

        KeptHoldsTimer(KeptHoldsWatch watch) {
            this.watch = watch;
        }

        @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
        void look() {
            watch.look();
        }
    }
}
