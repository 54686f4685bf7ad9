package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.Benefit;
import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.MatchingLines;
import io.mendian.marketing.pricing.Outcome;
import io.mendian.marketing.pricing.Settings;
import java.util.List;
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
        Long cap = settings.optional("capMinor", 1, Limits.AMOUNT);
        return new Terms(every, settings.number("amountMinor", 1, every), cap == null ? Long.MAX_VALUE : cap);
    }

    private record Terms(long every, long amount, long cap) implements Benefit {

        @Override
        public boolean seesOnlyTotals() {
            return true;
        }

        @Override
        public long takesOff(MatchingLines lines) {
            return Math.min(lines.total() / every * amount, cap);
        }

        @Override
        public Outcome on(MatchingLines lines) {
            long times = lines.total() / every;
            long discount = takesOff(lines);
            Outcome.Lacking next = discount == cap ? null : next(lines, times + 1);
            return times == 0 && next != null ? next : new Outcome.Given(lines.spread(discount), List.of(), next);
        }

        private Outcome.Lacking next(MatchingLines lines, long times) {
            return Limits.missing(lines, times * every, Limits.offInAll(lines.show(Math.min(times * amount, cap))));
        }
    }
}
