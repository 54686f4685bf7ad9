package io.mendian.simulation;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One thread of a world: a request, a timer's run, a delivery, a customer. It runs only while the scheduler lets it. */
final class Fiber {

    private static final ThreadLocal<@Nullable Fiber> CURRENT = new ThreadLocal<>();

    final String name;
    final @Nullable Node node;
    final Scheduler scheduler;
    private final Semaphore go = new Semaphore(0);
    private final Thread thread;
    private boolean started;
    private boolean done;
    private boolean killed;
    private @Nullable Throwable failure;
    /** Micros of virtual time until which it sleeps; 0 while it does not. */
    long wakesAt;
    /** The database whose row it waits for. */
    @Nullable
    Database waitsFor;
    /** It sleeps where it does not know of it, and holds what it holds. */
    boolean stalled;
    /** Chosen by the database to lose a deadlock. */
    boolean victim;

    Fiber(Scheduler scheduler, @Nullable Node node, String name, Runnable work) {
        this.scheduler = scheduler;
        this.node = node;
        this.name = name;
        this.thread = scheduler.threads().unstarted(() -> run(work));
    }

    /** The fiber in which this code runs, or nothing outside of a simulation. */
    static @Nullable Fiber current() {
        return CURRENT.get();
    }

    private void run(Runnable work) {
        CURRENT.set(this);
        go.acquireUninterruptibly();
        try {
            if (!killed) {
                work.run();
            }
        } catch (Throwable e) {
            failure = e;
        } finally {
            done = true;
            scheduler.ended(this);
        }
    }

    /** Called by the scheduler: runs until the fiber waits again or ends. */
    void resume() {
        if (!started) {
            started = true;
            thread.start();
        }
        go.release();
    }

    /** Called by the fiber itself: gives the turn back until the scheduler chooses it again. */
    void pause() {
        scheduler.turnIsOver();
        go.acquireUninterruptibly();
        check();
    }

    void check() {
        if (killed) {
            throw new Killed();
        }
    }

    void kill() {
        killed = true;
    }

    boolean isKilled() {
        return killed;
    }

    boolean isDone() {
        return done;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Where it stands, for the message of somebody who found it stuck. */
    String where() {
        return java.util.Arrays.toString(thread.getStackTrace());
    }

    @Override
    public String toString() {
        return name;
    }
}
