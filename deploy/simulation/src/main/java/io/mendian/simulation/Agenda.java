package io.mendian.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What nobody does: a process that ends at once, one that comes again a little later. */
final class Agenda {

    private final List<Runnable> soon = new ArrayList<>();
    private final List<Later> later = new ArrayList<>();

    private record Later(long atMicros, Runnable what) {}

    void clear() {
        soon.clear();
        later.clear();
    }

    void soon(Runnable what) {
        soon.add(what);
    }

    void after(long nowMicros, Duration time, Runnable what) {
        later.add(new Later(nowMicros + time.toNanos() / 1_000, what));
    }

    void doWhatIsDue(long nowMicros) {
        while (!soon.isEmpty()) {
            soon.removeFirst().run();
        }
        for (int i = 0; i < later.size(); i++) {
            if (later.get(i).atMicros <= nowMicros) {
                later.remove(i--).what.run();
            }
        }
    }
}
