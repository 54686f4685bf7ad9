package io.mendian.marketing.quote;

import io.mendian.marketing.charge.ChargeTerms;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.RuleTerms;
import java.util.List;

/** A quote that was given once: what was asked, and the rules and charges it used. */
public record KnownQuote(
        QuoteCommand asked, List<KnownRule> rules, String chargesOf, int chargesVersion, ChargeTerms charges) {

    /** A rule as it was then. */
    public record KnownRule(Offer.Layer layer, long id, long ruleId, String name, int version, RuleTerms terms) {}
}
