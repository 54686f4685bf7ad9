package io.mendian.simulation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The clock of one service: the world's time, which only the scheduler moves, and by how much this machine is wrong. */
final class SimClock extends Clock {

    private final Scheduler scheduler;
    private long offsetMicros;

    SimClock(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void isWrongBy(long micros) {
        offsetMicros = micros;
    }

    @Override
    public Instant instant() {
        return Instant.EPOCH.plus(scheduler.nowMicros() + offsetMicros, ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
