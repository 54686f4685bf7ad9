package io.mendian.marketing.pricing;

/**
 * What a rule gives. A benefit is a pure function of the lines, and it never grows when lines get cheaper: the search for
 * the best combination relies on that.
 */
public interface Benefit {

    Outcome on(MatchingLines lines);
}
