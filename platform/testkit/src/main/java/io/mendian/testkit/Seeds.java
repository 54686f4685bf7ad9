package io.mendian.testkit;

/**
 * The seeds of tests that draw their cases. In every build they are those of the test; the long form ({@code deploy/test
 * --long}) draws others in each of its passes, and {@code -Dproof.pass=N} repeats one of them.
 */
public final class Seeds {

    private static final long PASS = Long.getLong("proof.pass", 0);

    private Seeds() {}

    /** What this seed is in this pass; the seed itself in the first. */
    public static long of(long seed) {
        return seed + PASS * 0x9E3779B97F4A7C15L;
    }
}
