package io.mendian.runtime.crash;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Named points of the long processes at which a test kills the process: {@code CRASH_AT=order.place:held} or
 * {@code CRASH_AT=order.place:held:2} for the second time it is reached. Without that variable it does nothing.
 */
public final class CrashPoints {

    private static final @Nullable String TARGET = System.getenv("CRASH_AT");
    private static final AtomicInteger REACHED = new AtomicInteger();

    private CrashPoints() {}

    public static void at(String process, String step) {
        if (TARGET != null) {
            killWhenNamed(TARGET.split(":"), process, step);
        }
    }

    private static void killWhenNamed(String[] target, String process, String step) {
        if (target[0].equals(process) && target.length > 1 && target[1].equals(step)) {
            int nth = target.length > 2 ? Integer.parseInt(target[2]) : 1;
            if (REACHED.incrementAndGet() == nth) {
                Runtime.getRuntime().halt(137);
            }
        }
    }
}
