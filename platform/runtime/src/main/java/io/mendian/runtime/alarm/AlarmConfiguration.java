package io.mendian.runtime.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/** Alarm rows, their routes, their metric, and the watch over the outbox. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
@Import(AlarmController.class)
public class AlarmConfiguration {

    /** Where a service keeps no audit, the row itself says who and why. */
    @Bean
    @ConditionalOnMissingBean
    Audit audit() {
        return (caller, action, subject, facts) -> {};
    }

    @Bean
    Alarms alarms(JdbcClient jdbc, JsonMapper json, Clock clock, ApplicationEventPublisher listeners, Audit audit) {
        return new Alarms(jdbc, json, clock, listeners, audit);
    }

    @Bean
    AlarmMetric alarmMetric(Alarms alarms, MeterRegistry meters) {
        return new AlarmMetric(alarms, meters);
    }

    @Bean
    OutboxWatch outboxWatch(JdbcTemplate jdbc, Alarms alarms, Clock clock) {
        return new OutboxWatch(jdbc, alarms, clock);
    }

    @Bean
    @ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
    AlarmTimers alarmTimers(AlarmMetric metric, OutboxWatch outbox) {
        return new AlarmTimers(metric, outbox);
    }

    /** Looks every half minute. */
    static class AlarmTimers {
        private final AlarmMetric metric;
        private final OutboxWatch outbox;

        AlarmTimers(AlarmMetric metric, OutboxWatch outbox) {
            this.metric = metric;
            this.outbox = outbox;
        }

        @Scheduled(fixedDelay = 30_000, initialDelay = 5_000)
        void look() {
            outbox.look();
            metric.refresh();
        }
    }
}
