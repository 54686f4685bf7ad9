package io.mendian.bench.measure;

import org.HdrHistogram.Histogram;

/** Latencies in microseconds, up to a minute, three significant digits. */
final class Histograms {

    private static final long HIGHEST = 60_000_000;

    private Histograms() {}

    static Histogram empty() {
        return new Histogram(HIGHEST, 3);
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos / 1000, 1, HIGHEST));
    }
}
