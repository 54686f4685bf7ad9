package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** 阶梯满减: {@code tiers} of {@code thresholdMinor} and {@code amountMinor}; the highest that is reached counts, and the next is told. */
@Component
class AmountOffTiers implements BenefitKind {

    @Override
    public String name() {
        return "AMOUNT_OFF_TIERS";
    }

    @Override
    public int rank() {
        return 61;
    }

    @Override
    public Benefit read(Settings settings) {
        TreeMap<Long, Long> tiers = new TreeMap<>();
        for (Settings tier : settings.list("tiers", 20)) {
            long threshold = tier.number("thresholdMinor", 0, Limits.AMOUNT);
            tiers.put(threshold, tier.number("amountMinor", 1, Limits.AMOUNT));
        }
        long before = 0;
        for (long amount : tiers.values()) {
            if (amount <= before) {
                throw new InvalidSetting("tiers", "are to take more off the higher they are");
            }
            before = amount;
        }
        return lines -> on(lines, tiers);
    }

    private static Outcome on(MatchingLines lines, TreeMap<Long, Long> tiers) {
        Map.Entry<Long, Long> reached = tiers.floorEntry(lines.total());
        Map.Entry<Long, Long> higher = tiers.higherEntry(lines.total());
        Outcome.Lacking next = higher == null
                ? null
                : Limits.missing(
                        lines,
                        higher.getKey(),
                        "减 " + lines.show(higher.getValue()),
                        lines.show(higher.getValue()) + " off");
        if (reached == null) {
            return Objects.requireNonNull(next);
        }
        return new Outcome.Given(lines.spread(Math.min(reached.getValue(), lines.total())), List.of(), next);
    }
}
