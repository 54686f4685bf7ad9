package io.mendian.marketing.campaign;

import java.util.random.RandomGenerator;

/**
 * Draws what one helper cuts off. Each cut takes at least one smallest unit and leaves one for each helper to come; on average all
 * are equal (twice the mean, as 红包 are drawn); the last takes what is left. So the cuts sum to exactly the whole way to the floor.
 */
final class Cuts {

    private Cuts() {}

    /** {@code leftMinor} above the floor, {@code helpers} still to come, this one included; helpers ≤ leftMinor. */
    static long draw(long leftMinor, int helpers, RandomGenerator random) {
        if (helpers < 1 || leftMinor < helpers) {
            throw new IllegalArgumentException(leftMinor + " for " + helpers + " helpers");
        }
        if (helpers == 1) {
            return leftMinor;
        }
        long most = Math.min(2 * (leftMinor / helpers), leftMinor - (helpers - 1));
        return random.nextLong(1, most + 1);
    }
}
