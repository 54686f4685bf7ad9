package io.mendian.marketing.pricing;

/**
 * What a rule gives. A benefit is a pure function of the lines, and it never grows when lines get cheaper: the search for
 * the best combination relies on that.
 */
public interface Benefit {

    Outcome on(MatchingLines lines);

    /** What {@link #on} takes off in all, without saying from which line; the search asks it thousands of times. */
    default long takesOff(MatchingLines lines) {
        long sum = 0;
        if (on(lines) instanceof Outcome.Given given) {
            for (long part : given.parts()) {
                sum += part;
            }
        }
        return sum;
    }

    /** How many pieces {@link #on} gives away. */
    default long givesPieces(MatchingLines lines) {
        return 0;
    }

    /** Whether {@link #takesOff} and {@link #givesPieces} look at nothing but what all lines cost together and how many pieces they are. */
    default boolean seesOnlyTotals() {
        return false;
    }
}
