package io.mendian.runtime.idempotency;

import io.mendian.runtime.coalesce.Admission;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The line in front of each route that leads a process. Who waits in it has no row, no lease and no connection yet, so that a
 * thousand who wait cost those at work nothing; and a crowd in one line does not hold up the other lines.
 */
public final class Turns {

    private final Map<String, Admission> lines = new ConcurrentHashMap<>();
    private final TurnProperties settings;

    Turns(TurnProperties settings, MeterRegistry meters) {
        this.settings = settings;
        meters.gauge("mendian.turns.waiting", this, Turns::waiting);
    }

    <T> T take(String route, Supplier<T> work) {
        return lines.computeIfAbsent(route, any -> new Admission(settings.atOnce(), settings.within()))
                .admit(work);
    }

    /** How many wait for their turn now, in all lines. */
    public int waiting() {
        return lines.values().stream().mapToInt(Admission::waiting).sum();
    }
}
