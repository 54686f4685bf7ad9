package io.mendian.testkit;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What work costs, so that a test can fail when it grows; never a time of the wall. Bytes on the heap do not depend on the machine or on other work on it, as long as the work runs on
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

    /**
     * Processor time of {@code work} ÷ that of {@code yardstick}, both of the calling thread alone and each the least of so many
     * runs in turn: compilers, collections and what else the machine does only ever add to a run.
     */
    public static double processorRatio(int runs, Runnable work, Runnable yardstick) {
        long ours = Long.MAX_VALUE;
        long theirs = Long.MAX_VALUE;
        for (int i = 0; i < runs; i++) {
            ours = Math.min(ours, processor(work));
            theirs = Math.min(theirs, processor(yardstick));
        }
        return (double) ours / theirs;
    }

    private static long processor(Runnable work) {
        long before = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
