package io.mendian.runtime.alarm;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.Map;
import java.util.TreeMap;

/** The gauge {@code mendian.alarms} by kind: open alarms. A kind that was seen stays, with zero, so that its end shows. */
final class AlarmMetric {

    private final Alarms alarms;
    private final MultiGauge gauge;
    private final Map<String, Long> seen = new TreeMap<>();

    AlarmMetric(Alarms alarms, MeterRegistry meters) {
        this.alarms = alarms;
        this.gauge = MultiGauge.builder("mendian.alarms")
                .description("open alarms by kind")
                .register(meters);
    }

    synchronized void refresh() {
        seen.replaceAll((kind, count) -> 0L);
        seen.putAll(alarms.counts());
        gauge.register(
                seen.entrySet().stream()
                        .map(kind -> MultiGauge.Row.of(Tags.of("kind", kind.getKey()), kind.getValue()))
                        .toList(),
                true);
    }
}
