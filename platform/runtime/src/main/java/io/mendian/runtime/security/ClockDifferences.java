package io.mendian.runtime.security;

import io.mendian.runtime.security.InternalTokens.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;

/** Tells whose internal tokens arrive too old: the counter {@code mendian.clock.refused} by issuer, and a line of the log now and then. */
final class ClockDifferences {

    private static final Logger LOG = LoggerFactory.getLogger(ClockDifferences.class);
    private static final long TOLD_EVERY_NANOS = Duration.ofSeconds(10).toNanos();

    private final String self;
    private final ObjectProvider<MeterRegistry> meters;
    private final Map<String, Long> toldAt = new ConcurrentHashMap<>();

    ClockDifferences(String self, ObjectProvider<MeterRegistry> meters) {
        this.self = self;
        this.meters = meters;
    }

    void met(Verdict.Stale stale) {
        meters.ifAvailable(registry -> registry.counter("mendian.clock.refused", "issuer", stale.issuer())
                .increment());
        long now = System.nanoTime();
        Long before = toldAt.get(stale.issuer());
        if (before == null || now - before > TOLD_EVERY_NANOS) {
            toldAt.put(stale.issuer(), now);
            LOG.error(
                    "ALARM a request of {} is refused with 503, its token is {} s too old: the clock of {} is ahead, that of {}"
                            + " behind, or the request was under way for so long",
                    stale.issuer(),
                    stale.seconds(),
                    self,
                    stale.issuer());
        }
    }
}
