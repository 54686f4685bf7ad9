package io.mendian.bench.measure;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Medians with bootstrap intervals, and the exponent by which a cost grows. */
public final class Statistics {

    private static final int RESAMPLES = 2000;

    private Statistics() {}

    /** A value with the interval in which 95 % of its bootstrap resamples lie. */
    public record Interval(double value, double low, double high) {

        @Override
        public String toString() {
            return String.format("%.2f (%.2f–%.2f)", value, low, high);
        }
    }

    public static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    /** The median of the ratios of paired rounds. */
    public static Interval ratio(double[] ours, double[] control, long seed) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = ours[i] / control[i];
        }
        return bootstrap(ratios.length, seed, picks -> median(pick(ratios, picks)));
    }

    public static Interval median(double[] values, long seed) {
        return bootstrap(values.length, seed, picks -> median(pick(values, picks)));
    }

    /** b of cost = a · size^b, by least squares over the logarithms; 0 is flat, 1 is linear. */
    public static Interval exponent(double[] sizes, double[] costs, long seed) {
        return bootstrap(sizes.length, seed, picks -> slope(pick(sizes, picks), pick(costs, picks)));
    }

    private static Interval bootstrap(int n, long seed, ToDoubleFunction<int[]> statistic) {
        int[] all = new int[n];
        Arrays.setAll(all, i -> i);
        double value = statistic.applyAsDouble(all);
        SplittableRandom random = new SplittableRandom(seed);
        double[] resampled = new double[RESAMPLES];
        int kept = 0;
        for (int r = 0; r < RESAMPLES; r++) {
            int[] picks = random.ints(n, 0, n).toArray();
            double one = statistic.applyAsDouble(picks);
            if (Double.isFinite(one)) {
                resampled[kept++] = one;
            }
        }
        if (kept == 0) {
            return new Interval(value, value, value);
        }
        double[] sorted = Arrays.copyOf(resampled, kept);
        Arrays.sort(sorted);
        return new Interval(value, sorted[(int) (kept * 0.025)], sorted[Math.min(kept - 1, (int) (kept * 0.975))]);
    }

    private static double[] pick(double[] values, int[] picks) {
        double[] result = new double[picks.length];
        Arrays.setAll(result, i -> values[picks[i]]);
        return result;
    }

    /** NaN when all sizes are the same. */
    private static double slope(double[] sizes, double[] costs) {
        int n = sizes.length;
        double sx = 0;
        double sy = 0;
        double sxx = 0;
        double sxy = 0;
        for (int i = 0; i < n; i++) {
            double x = Math.log(sizes[i]);
            double y = Math.log(costs[i]);
            sx += x;
            sy += y;
            sxx += x * x;
            sxy += x * y;
        }
        double spread = n * sxx - sx * sx;
        return spread < 1e-9 ? Double.NaN : (n * sxy - sx * sy) / spread;
    }
}
