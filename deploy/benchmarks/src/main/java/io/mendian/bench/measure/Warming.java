package io.mendian.bench.measure;

import java.util.function.DoubleSupplier;

/** Before a figure means anything the compilers, caches and pools have to settle. */
public final class Warming {

    private static final double ALIKE = 0.1;

    private Warming() {}

    /**
     * Runs chunks of load until the medians of two in a row differ by less than a tenth, at most so many; answers how many it took.
     * {@code medianOfChunk} runs one and answers its median latency.
     */
    public static int untilSteady(int most, DoubleSupplier medianOfChunk) {
        double last = medianOfChunk.getAsDouble();
        for (int chunks = 2; chunks <= most; chunks++) {
            double median = medianOfChunk.getAsDouble();
            if (Math.abs(median - last) < ALIKE * last) {
                return chunks;
            }
            last = median;
        }
        return most;
    }
}
