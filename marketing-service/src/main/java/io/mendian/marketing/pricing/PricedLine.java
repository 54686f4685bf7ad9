package io.mendian.marketing.pricing;

import java.util.List;

/**
 * A line with its price.
 *
 * @param netMinor what the customer owes for the line after every rule and after points
 * @param points the points that pay for this line
 * @param pointsMinor what these points are worth
 */
public record PricedLine(
        BasketLine line, long netMinor, long points, long pointsMinor, List<Explanation> explanations) {}
