package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.time.UtcEverywhere;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.io.support.SpringFactoriesLoader;

class UtcEverywhereTest {

    @Test
    void whateverTheMachinesZoneIsAProcessStartsInUtc() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            new UtcEverywhere()
                    .onApplicationEvent(new ApplicationStartingEvent(
                            new DefaultBootstrapContext(), new SpringApplication(), new String[0]));
            assertThat(TimeZone.getDefault().getRawOffset()).isZero();
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void itIsThereWhereverThePlatformIs() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation().load(ApplicationListener.class))
                .anyMatch(UtcEverywhere.class::isInstance);
    }
}
