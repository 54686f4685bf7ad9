package io.mendian.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Lets exactly one fiber run at a time; the seed decides which is next and how much virtual time passes. */
final class Scheduler {

    private final Carrier carrier = new Carrier();
    private final List<Fiber> ready = new ArrayList<>();
    private final List<Fiber> blocked = new ArrayList<>();
    private final Sleepers asleep = new Sleepers();
    private final List<Runnable> onEnd = new ArrayList<>();
    private final Agenda agenda = new Agenda();
    private Random random = new Random(0);
    private long nowMicros;
    private long steps;
    private int live;
    private boolean calm;

    Thread.Builder threads() {
        return carrier.threads();
    }

    void begin(long seed, long startMicros) {
        agenda.clear();
        random = new Random(Seeds.mixed(seed));
        nowMicros = startMicros;
        steps = 0;
        calm = false;
    }

    /** From here on nothing goes wrong any more. */
    void calmDown() {
        calm = true;
    }

    boolean isCalm() {
        return calm;
    }

    Random random() {
        return random;
    }

    long nowMicros() {
        return nowMicros;
    }

    long steps() {
        return steps;
    }

    void pass(Duration time) {
        nowMicros += time.toNanos() / 1_000;
    }

    Fiber start(@Nullable Node node, String name, Runnable work) {
        Fiber fiber = new Fiber(this, node, name, work);
        live++;
        ready.add(fiber);
        if (node != null) {
            node.fibers().add(fiber);
        }
        return fiber;
    }

    /** A point at which another fiber may go on; more seldom than the points are reached. */
    void step() {
        Fiber fiber = Fiber.current();
        if (fiber == null || fiber.scheduler != this) {
            return;
        }
        fiber.check();
        if (ready.isEmpty() || random.nextInt(3) != 0) {
            return;
        }
        giveWay();
    }

    /** Another fiber goes on, or the same one, but first what was to happen soon. */
    void giveWay() {
        Fiber fiber = require();
        ready.add(fiber);
        fiber.pause();
    }

    /** Done by nobody, before the next fiber goes on. */
    void soon(Runnable what) {
        agenda.soon(what);
    }

    void after(Duration time, Runnable what) {
        agenda.after(nowMicros, time, what);
    }

    void sleep(Duration time) {
        Fiber fiber = require();
        fiber.check();
        fiber.wakesAt = nowMicros + Math.max(1, time.toNanos() / 1_000);
        asleep.add(fiber);
        fiber.pause();
    }

    /** Sleeps without knowing of it: those who wait for its locks are in no ring. */
    void stall(Duration time) {
        Fiber fiber = require();
        fiber.stalled = true;
        try {
            sleep(time);
        } finally {
            fiber.stalled = false;
        }
    }

    /** Waits until another fiber has ended. */
    void await(Fiber other) {
        Fiber fiber = require();
        while (!other.isDone()) {
            fiber.check();
            onEnd.add(() -> wake(fiber));
            fiber.pause();
        }
    }

    private void wake(Fiber fiber) {
        if (!fiber.isDone() && !ready.contains(fiber)) {
            ready.add(fiber);
        }
    }

    /** Waits for a row that another transaction holds; true when it was chosen to lose a deadlock. */
    boolean blockedBy(Database database) {
        Fiber fiber = require();
        fiber.waitsFor = database;
        blocked.add(fiber);
        fiber.pause();
        boolean lost = fiber.victim;
        fiber.victim = false;
        return lost;
    }

    /** A transaction of the database has ended: whoever waits there tries again. */
    void released(Database database) {
        for (Fiber fiber : List.copyOf(blocked.reversed())) {
            if (fiber.waitsFor == database) {
                blocked.remove(fiber);
                fiber.waitsFor = null;
                ready.add(fiber);
            }
        }
    }

    private static Fiber require() {
        Fiber fiber = Fiber.current();
        if (fiber == null) {
            throw new IllegalStateException("not inside of a simulation");
        }
        return fiber;
    }

    /** Runs the next fiber; false when none is left. */
    boolean runOne() {
        agenda.doWhatIsDue(nowMicros);
        asleep.wakeDue(nowMicros, ready);
        if (ready.isEmpty() && !wakeSomebody()) {
            return false;
        }
        agenda.doWhatIsDue(nowMicros);
        if (ready.isEmpty()) {
            return true;
        }
        Fiber next = ready.remove(ready.size() == 1 ? 0 : random.nextInt(ready.size()));
        steps++;
        carrier.run(next);
        return true;
    }

    /** Runs all fibers up to that time, in which nothing else happens. */
    void runUntil(long micros) {
        while (true) {
            agenda.doWhatIsDue(nowMicros);
            asleep.wakeDue(nowMicros, ready);
            if (ready.isEmpty() && blocked.isEmpty()) {
                if (asleep.earliestMicros() > micros) {
                    nowMicros = Math.max(nowMicros, micros);
                    return;
                }
            }
            boolean ignored = runOne();
        }
    }

    private boolean wakeSomebody() {
        if (!blocked.isEmpty() && !asleep.isSomebodyStalled()) {
            Fiber loser = blocked.remove(random.nextInt(blocked.size()));
            loser.victim = true;
            loser.waitsFor = null;
            ready.add(loser);
            return true;
        }
        if (asleep.isEmpty()) {
            return false;
        }
        nowMicros = Math.max(nowMicros, asleep.earliestMicros());
        asleep.wakeDue(nowMicros, ready);
        return true;
    }

    void turnIsOver() {
        carrier.turnIsOver();
    }

    void ended(Fiber fiber) {
        live--;
        if (fiber.node != null) {
            fiber.node.fibers().remove(fiber);
        }
        onEnd.forEach(Runnable::run);
        onEnd.clear();
        carrier.turnIsOver();
    }

    /** Ends fibers as a kill of their process does: they get no further, and their transactions roll back. */
    void kill(List<Fiber> fibers) {
        for (Fiber fiber : fibers) {
            if (!fiber.isDone()) {
                fiber.kill();
                ready.remove(fiber);
                blocked.remove(fiber);
                asleep.remove(fiber);
                carrier.run(fiber);
            }
        }
    }

    int live() {
        return live;
    }

    List<Fiber> all() {
        List<Fiber> all = new ArrayList<>(ready);
        all.addAll(blocked);
        all.addAll(asleep.all());
        return all;
    }
}
