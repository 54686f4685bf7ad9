package io.mendian.bench;

/**
 * How thoroughly to measure. The same seed gives the same work.
 *
 * @param rounds interleaved rounds of ours and the control
 * @param seconds how long one closed-loop round lasts
 */
public record Plan(Size size, long seed, int rounds, double seconds) {

    static Plan of(Size size, long seed) {
        return size == Size.TINY ? new Plan(size, seed, 2, 0.5) : new Plan(size, seed, 7, 0.7);
    }

    /** The form of the build server: whether everything still runs, not how fast. */
    public boolean brief() {
        return size == Size.TINY && rounds < 3;
    }
}
