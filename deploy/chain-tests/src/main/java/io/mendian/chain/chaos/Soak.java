package io.mendian.chain.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** L6: customers come all the time, something goes wrong every minute, and every five minutes all invariants are judged. */
final class Soak {

    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(60);
    private static final Duration BETWEEN_JUDGEMENTS = Duration.ofMinutes(5);
    private static final int MOST_UNDER_WAY = 60;

    private final Arena arena;
    private final List<Fault> faults;
    private final int customersPerMinute;
    private volatile boolean open;

    Soak(Arena arena, List<Fault> faults, int customersPerMinute) {
        this.arena = arena;
        this.faults = faults;
        this.customersPerMinute = customersPerMinute;
    }

    void run(Duration length) {
        Instant end = Instant.now().plus(length);
        int suffered = 0;
        arena.say(
                "L6 %d min, %d customers a minute, %d kinds of faults",
                length.toMinutes(), customersPerMinute, faults.size());
        while (Instant.now().isBefore(end)) {
            Instant judged = Instant.now();
            int before = suffered;
            Thread load = beginLoad();
            while (Instant.now().isBefore(end)
                    && Duration.between(judged, Instant.now()).compareTo(BETWEEN_JUDGEMENTS) < 0) {
                Instant next = Instant.now().plus(BETWEEN_FAULTS);
                faults.get(arena.random.nextInt(faults.size())).happen(arena);
                suffered++;
                Instant until = next.isBefore(end) ? next : end;
                Pause.millis(Math.max(0, Duration.between(Instant.now(), until).toMillis()));
            }
            endLoad(load);
            arena.judge("L6 " + (suffered - before) + " faults, " + suffered + " since the beginning");
        }
    }

    private Thread beginLoad() {
        open = true;
        return Thread.ofVirtual().start(() -> {
            while (open) {
                if (arena.customers().underWay() < MOST_UNDER_WAY) {
                    arena.load(1);
                }
                Pause.millis(Duration.ofMinutes(1).toMillis() / customersPerMinute);
            }
        });
    }

    private void endLoad(Thread load) {
        open = false;
        try {
            load.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
