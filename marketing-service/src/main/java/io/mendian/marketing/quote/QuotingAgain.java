package io.mendian.marketing.quote;

import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.benefit.Rules;
import io.mendian.marketing.charge.ChargeQueries;
import io.mendian.marketing.charge.StoreCharges;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.Pricing;
import io.mendian.marketing.pricing.Quote;
import io.mendian.marketing.pricing.Rule;
import java.util.List;
import org.springframework.stereotype.Component;

/** Computes an old quote again from what was stored with its order, without looking at anything that lives. */
@Component
public class QuotingAgain {

    private final Rules rules;
    private final ChargeQueries charges;
    private final Pricing pricing;

    QuotingAgain(Rules rules, ChargeQueries charges, MarketingProperties properties) {
        this.rules = rules;
        this.charges = charges;
        this.pricing = new Pricing(properties.searchLimit());
    }

    public Quoted quote(KnownQuote known) {
        try {
            List<Rule> used = known.rules().stream()
                    .map(rule -> rules.rule(
                            rule.layer(), rule.id(), rule.ruleId(), rule.name(), rule.version(), rule.terms()))
                    .toList();
            StoreCharges store = new StoreCharges(
                    known.chargesOf(), known.chargesVersion(), known.charges(), charges.charges(known.charges()));
            Quote quote = pricing.again(Quoting.basket(known.asked(), used, store));
            return new Quoted(quote, used, store, List.of());
        } catch (InvalidSetting | IllegalArgumentException e) {
            throw QuoteProblem.QUOTE_INCOMPLETE.with("reason", String.valueOf(e.getMessage()));
        }
    }
}
