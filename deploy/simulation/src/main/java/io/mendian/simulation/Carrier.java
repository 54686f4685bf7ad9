package io.mendian.simulation;

import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The thread of a world, on which its fibers run one at a time. They are virtual threads whose carrier it is, so a switch
 * between two of them costs no switch of the operating system.
 */
final class Carrier {

    private static final int STUCK_SECONDS = 20;

    private final BlockingQueue<Runnable> continuations = new LinkedBlockingQueue<>();
    private final Thread.Builder threads = threadsOn(continuations::add);
    private final Semaphore turn = new Semaphore(0);

    /** Virtual threads with a carrier of our own need an option of the JVM. */
    private static Thread.Builder threadsOn(Executor carrier) {
        try {
            Constructor<?> builder = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                    .getDeclaredConstructor(Executor.class);
            builder.setAccessible(true);
            return (Thread.Builder) builder.newInstance(carrier);
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            throw new IllegalStateException("start the JVM with --add-opens java.base/java.lang=ALL-UNNAMED", e);
        }
    }

    Thread.Builder threads() {
        return threads;
    }

    /** Runs the fiber until it waits again or ends. */
    void run(Fiber fiber) {
        fiber.resume();
        try {
            while (!turn.tryAcquire()) {
                // a thread may have slept inside of the database for a moment; its carrier is woken from elsewhere
                Runnable continuation = continuations.poll(STUCK_SECONDS, TimeUnit.SECONDS);
                if (continuation == null) {
                    throw new IllegalStateException(fiber + " waits for something real: " + fiber.where());
                }
                continuation.run();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void turnIsOver() {
        turn.release();
    }
}
