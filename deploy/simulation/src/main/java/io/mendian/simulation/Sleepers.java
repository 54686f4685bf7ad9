package io.mendian.simulation;

import java.util.ArrayList;
import java.util.List;

/** The fibers that wait for a time, by their own will or because they are stalled. */
final class Sleepers {

    private final List<Fiber> asleep = new ArrayList<>();

    void add(Fiber fiber) {
        asleep.add(fiber);
    }

    void remove(Fiber fiber) {
        asleep.remove(fiber);
    }

    List<Fiber> all() {
        return asleep;
    }

    boolean isEmpty() {
        return asleep.isEmpty();
    }

    /** When the first of them wakes; far away when there is none. */
    long earliestMicros() {
        long earliest = Long.MAX_VALUE;
        for (Fiber fiber : asleep) {
            earliest = Math.min(earliest, fiber.wakesAt);
        }
        return earliest;
    }

    /** Whether one of them may hold a lock in its sleep. */
    boolean isSomebodyStalled() {
        return asleep.stream().anyMatch(fiber -> fiber.stalled);
    }

    /** Those whose time has come are ready again. */
    void wakeDue(long nowMicros, List<Fiber> ready) {
        for (int i = asleep.size() - 1; i >= 0; i--) {
            if (asleep.get(i).wakesAt <= nowMicros) {
                ready.add(asleep.remove(i));
            }
        }
    }
}
