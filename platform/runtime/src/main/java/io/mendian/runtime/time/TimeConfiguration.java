package io.mendian.runtime.time;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The clock everybody asks, and the timers, which {@code mendian.timers.enabled=false} stops. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock(@Value("${MENDIAN_CLOCK_FOLDER:}") String folder, @Value("${spring.application.name:}") String part) {
        return MovedClock.in(folder, part);
    }

    /** Timers are use cases with {@code @Scheduled} on a thin hidden class. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
    static class Timers {}
}
