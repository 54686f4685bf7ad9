package io.mendian.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What work costs beside time, so that a test can fail when it grows. Bytes on the heap are what processor time follows in a
 * service that reads, maps and writes: they do not depend on the machine or on other work on it, as long as the work runs on
 * the test's own thread (a virtual thread keeps its stack on the heap whenever it waits, as often as it has to wait). Timers
 * are off in tests, and the tests of a service run one after the other.
 */
public final class Cost {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Cost() {}

    /** The bytes that {@code work} allocates, in whatever threads: the least of so many runs, the first of which load classes. */
    public static long leastBytes(int runs, Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            long before = THREADS.getTotalThreadAllocatedBytes();
            work.run();
            least = Math.min(least, THREADS.getTotalThreadAllocatedBytes() - before);
        }
        return least;
    }
}
