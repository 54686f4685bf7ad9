package io.mendian.member.prepaid;

import java.util.List;

/**
 * What was consumed of a contract, and what is left of it; amounts in the smallest currency unit.
 *
 * @param busy an unpaid order holds part of it
 * @param movedOn somebody else owns part of it
 */
record Consumption(
        long dealMinor,
        Fraction consumedDeal,
        Fraction consumedList,
        boolean untouched,
        AssetRefundView.TakesBack left,
        List<Long> cards,
        boolean busy,
        boolean movedOn) {}
