package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 每满减: {@code amountMinor} off for every {@code everyMinor} that the matching lines cost, at most {@code capMinor}. */
@Component
class EveryAmountOff implements BenefitKind {

    @Override
    public String name() {
        return "EVERY_AMOUNT_OFF";
    }

    @Override
    public int rank() {
        return 62;
    }

    @Override
    public Benefit read(Settings settings) {
        long every = settings.number("everyMinor", 1, Limits.AMOUNT);
        long amount = settings.number("amountMinor", 1, every);
        Long cap = settings.optional("capMinor", 1, Limits.AMOUNT);
        return lines -> on(lines, every, amount, cap);
    }

    private static Outcome on(MatchingLines lines, long every, long amount, @Nullable Long cap) {
        long times = lines.total() / every;
        long most = cap == null ? Long.MAX_VALUE : cap;
        long discount = Math.min(times * amount, most);
        Outcome.Lacking next = discount == most
                ? null
                : Limits.missing(
                        lines,
                        (times + 1) * every,
                        "共减 " + lines.show(Math.min((times + 1) * amount, most)),
                        lines.show(Math.min((times + 1) * amount, most)) + " off in all");
        return times == 0 && next != null ? next : new Outcome.Given(lines.spread(discount), List.of(), next);
    }
}
