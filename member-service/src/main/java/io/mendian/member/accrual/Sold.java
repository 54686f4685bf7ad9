package io.mendian.member.accrual;

import java.util.List;

/**
 * Everything of a sale that its points depend on; kept with the earning, so that a refund reckons by the facts of the sale.
 *
 * @param multipliers the member's level and the campaigns that ran, in permille
 * @param firstVisit whether it was the member's first order of his day that earned for the visit
 * @param room the most points that caps left at the sale
 */
public record Sold(List<SoldLine> lines, List<Integer> multipliers, boolean firstVisit, long room) {

    public Sold {
        lines = List.copyOf(lines);
        multipliers = List.copyOf(multipliers);
    }

    public Sold limitedTo(long newRoom) {
        return new Sold(lines, multipliers, firstVisit, newRoom);
    }
}
