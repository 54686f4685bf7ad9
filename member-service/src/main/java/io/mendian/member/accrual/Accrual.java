package io.mendian.member.accrual;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How orders earn beside the plain rule. The points of an order are a pure function of its sale and of what came back, and
 * never rise when more comes back; so any order of partial refunds ends in the same state, and a full return at zero.
 *
 * @param tendersThatDoNotEarn kinds of tender whose share of a line does not count, such as STORED_VALUE
 * @param pointsPaidEarns whether the part of an order that was paid by points counts
 */
public record Accrual(
        List<AccrualRule> rules,
        Basis basis,
        Set<String> excludedSkus,
        Set<String> tendersThatDoNotEarn,
        boolean pointsPaidEarns,
        Combination multipliers,
        List<Campaign> campaigns,
        Caps caps) {

    /** No further rules; what was paid counts, uses of a card do not: the card earned when it was bought. */
    public static final Accrual PLAIN = new Accrual(
            List.of(),
            Basis.AFTER_DISCOUNTS,
            Set.of(),
            Set.of("CARD_USE"),
            false,
            Combination.MULTIPLY,
            List.of(),
            Caps.NONE);

    public Accrual {
        rules = List.copyOf(rules);
        excludedSkus = Set.copyOf(excludedSkus);
        tendersThatDoNotEarn = Set.copyOf(tendersThatDoNotEarn);
        campaigns = List.copyOf(campaigns);
    }

    /** Whether the net amount or the list price counts. */
    public enum Basis {
        AFTER_DISCOUNTS,
        BEFORE_DISCOUNTS
    }

    /** How several multipliers work together: 1.5 and 2.0 are 3.0 or 2.5. */
    public enum Combination {
        MULTIPLY,
        ADD
    }

    /** The multipliers of the campaigns that run at an instant. */
    public List<Integer> campaignsAt(Instant at) {
        return campaigns.stream()
                .filter(campaign -> campaign.runsAt(at))
                .map(Campaign::multiplierPermille)
                .toList();
    }

    public boolean rewardsVisits() {
        return rules.stream().anyMatch(rule -> rule.kind() == AccrualRule.Kind.VISIT);
    }

    /** The points kept for what did not come back; {@code plain} is the general rule, asked last. */
    public long earned(Sold sold, Returned back, AccrualRule plain, Set<String> kindsOff, Set<String> categoriesOff) {
        List<SoldLine> seen = new ArrayList<>(sold.lines().stream()
                .filter(line -> line.isLeft(back))
                .filter(line -> !excludedSkus.contains(line.skuId()) && !categoriesOff.contains(line.category()))
                .toList());
        List<AccrualRule> all = new ArrayList<>(rules);
        all.add(plain);
        BigInteger multiplied = BigInteger.ZERO;
        BigInteger fixed = BigInteger.ZERO;
        for (AccrualRule rule : all) {
            List<SoldLine> covered = seen.stream()
                    .filter(rule.scope()::covers)
                    .filter(line ->
                            !kindsOff.contains(line.kind()) || rule.scope().names(line.kind()))
                    .toList();
            BigInteger points = points(rule, covered, sold.firstVisit(), back);
            multiplied = rule.multiplied() ? multiplied.add(points) : multiplied;
            fixed = rule.multiplied() ? fixed : fixed.add(points);
            if (rule.exclusive()) {
                seen.removeAll(covered);
            }
        }
        return fixed.add(times(multiplied, sold.multipliers()))
                .min(BigInteger.valueOf(sold.room()))
                .longValueExact();
    }

    private static BigInteger points(AccrualRule rule, List<SoldLine> covered, boolean firstVisit, Returned back) {
        BigInteger points = BigInteger.valueOf(rule.points());
        BigInteger counted = BigInteger.valueOf(
                covered.stream().mapToLong(line -> line.countedLeft(back)).sum());
        return switch (rule.kind()) {
            case SPEND -> counted.multiply(points).divide(BigInteger.valueOf(rule.perMinor()));
            case ITEM ->
                BigInteger.valueOf(covered.stream()
                                .mapToLong(line -> line.quantityLeft(back))
                                .sum())
                        .multiply(points);
            case VISIT ->
                firstVisit && !covered.isEmpty() && counted.longValueExact() >= rule.fromMinor()
                        ? points
                        : BigInteger.ZERO;
        };
    }

    private BigInteger times(BigInteger points, List<Integer> permilles) {
        BigInteger thousand = BigInteger.valueOf(1000);
        return switch (multipliers) {
            case MULTIPLY -> {
                BigInteger product = points;
                BigInteger divisor = BigInteger.ONE;
                for (int permille : permilles) {
                    product = product.multiply(BigInteger.valueOf(permille));
                    divisor = divisor.multiply(thousand);
                }
                yield product.divide(divisor);
            }
            case ADD -> {
                long sum = 1000
                        + permilles.stream()
                                .mapToLong(permille -> permille - 1000L)
                                .sum();
                yield points.multiply(BigInteger.valueOf(Math.max(0, sum))).divide(thousand);
            }
        };
    }
}
