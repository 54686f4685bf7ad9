package io.mendian.kernel;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits a whole number over weights so that the parts always sum to the whole: largest remainder, ties to the earlier
 * line. The caller puts the lines into their canonical order first. All weights zero: evenly.
 */
public final class Split {

    private Split() {}

    /** Parts of {@code whole} in proportion to {@code weights}; no weight may be negative; an empty array takes only zero. */
    public static long[] byWeight(long whole, long... weights) {
        if (whole < 0) {
            return Arrays.stream(byWeight(Math.negateExact(whole), weights))
                    .map(part -> -part)
                    .toArray();
        }
        if (weights.length == 0) {
            if (whole != 0) {
                throw new IllegalArgumentException("nothing to split " + whole + " over");
            }
            return new long[0];
        }
        boolean allZero = true;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a weight is negative: " + Arrays.toString(weights));
            }
            allZero &= weight == 0;
        }
        if (allZero) {
            return byWeight(
                    whole, IntStream.range(0, weights.length).mapToLong(i -> 1L).toArray());
        }
        return fits(whole, weights)
                ? largestRemainder(whole, weights)
                : largestRemainder(BigInteger.valueOf(whole), weights);
    }

    /** Whether neither the sum of the weights nor any product overflows a long. */
    private static boolean fits(long whole, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            total += weight;
            if (total < 0 || Math.multiplyHigh(whole, weight) != 0 || whole * weight < 0) {
                return false;
            }
        }
        return true;
    }

    /** The same as with large numbers, for amounts as they are in a shop; a basket is priced by thousands of these. */
    private static long[] largestRemainder(long whole, long[] weights) {
        long total = 0;
        for (long weight : weights) {
            total += weight;
        }
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = whole;
        for (int i = 0; i < weights.length; i++) {
            long product = whole * weights[i];
            parts[i] = product / total;
            remainders[i] = product % total;
            left -= parts[i];
        }
        if (left == 0) {
            return parts;
        }
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        // the least remainder that still gets one; of those that have exactly it, the earlier lines
        long least = sorted[sorted.length - (int) left];
        long equal = left;
        for (long remainder : remainders) {
            equal -= remainder > least ? 1 : 0;
        }
        for (int i = 0; i < parts.length; i++) {
            if (remainders[i] > least || (remainders[i] == least && equal-- > 0)) {
                parts[i]++;
            }
        }
        return parts;
    }

    /** The share {@code whole × part ÷ total}, half-up; used on running totals so that shares end exactly at the whole. */
    public static long share(long whole, long part, long total) {
        if (total <= 0 || part < 0 || part > total) {
            throw new IllegalArgumentException("share of " + part + " in " + total);
        }
        BigInteger twice =
                BigInteger.valueOf(whole).multiply(BigInteger.valueOf(part)).shiftLeft(1);
        BigInteger divisor = BigInteger.valueOf(total).shiftLeft(1);
        return floorDiv(twice.add(BigInteger.valueOf(total)), divisor).longValueExact();
    }

    /** {@code whole × permille ÷ 1000}, half-up to the smallest unit. */
    public static long permille(long whole, long permille) {
        if (whole >= 0 && whole < 1L << 50 && permille >= 0 && permille <= 1000) {
            return (whole * permille + 500) / 1000;
        }
        BigInteger product = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(permille));
        return floorDiv(product.add(BigInteger.valueOf(500)), BigInteger.valueOf(1000))
                .longValueExact();
    }

    private static long[] largestRemainder(BigInteger whole, long[] weights) {
        BigInteger total =
                Arrays.stream(weights).mapToObj(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        long[] parts = new long[weights.length];
        BigInteger[] remainders = new BigInteger[weights.length];
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            BigInteger[] quotient =
                    whole.multiply(BigInteger.valueOf(weights[i])).divideAndRemainder(total);
            parts[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1];
            given += parts[i];
        }
        long left = whole.longValueExact() - given;
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }

    private static BigInteger floorDiv(BigInteger dividend, BigInteger divisor) {
        BigInteger[] quotient = dividend.divideAndRemainder(divisor);
        return dividend.signum() < 0 && quotient[1].signum() != 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }
}
