package io.mendian.bench.bed;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Few are chosen often, many seldom: rank r with a weight of 1 / r^skew. */
public final class Zipf {

    private final double[] cumulated;

    public Zipf(int n, double skew) {
        cumulated = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 1 / Math.pow(i + 1, skew);
            cumulated[i] = sum;
        }
    }

    public int draw(SplittableRandom random) {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return Math.min(cumulated.length - 1, found < 0 ? -found - 1 : found);
    }
}
