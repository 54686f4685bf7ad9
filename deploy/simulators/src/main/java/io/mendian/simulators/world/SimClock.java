package io.mendian.simulators.world;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The providers' clock: the system's plus an offset that tests move. Moving it wakes everything that waits for a time. */
public final class SimClock extends Clock {

    private final Clock base = Clock.systemUTC();
    private Duration offset = Duration.ZERO;

    public synchronized void setOffset(Duration offset) {
        this.offset = offset;
        notifyAll();
    }

    public synchronized void advance(Duration by) {
        setOffset(offset.plus(by));
    }

    public synchronized Duration offset() {
        return offset;
    }

    /** Waits until this clock, not the system's, has gone on by {@code time}. */
    public void sleep(Duration time) throws InterruptedException {
        Instant until = instant().plus(time);
        synchronized (this) {
            long left = Duration.between(instant(), until).toMillis();
            while (left > 0) {
                wait(left);
                left = Duration.between(instant(), until).toMillis();
            }
        }
    }

    @Override
    public synchronized Instant instant() {
        return base.instant().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(base.withZone(zone), offset());
    }
}
