package io.mendian.runtime.time;

import java.time.ZoneOffset;
import java.util.TimeZone;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/** Before anything else every process takes UTC as its zone, whatever the machine's is: what one writes, another reads. */
public final class UtcEverywhere implements ApplicationListener<ApplicationStartingEvent> {

    @Override
    public void onApplicationEvent(ApplicationStartingEvent starting) {
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
    }
}
