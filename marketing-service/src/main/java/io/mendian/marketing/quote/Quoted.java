package io.mendian.marketing.quote;

import io.mendian.marketing.charge.StoreCharges;
import io.mendian.marketing.pricing.Quote;
import io.mendian.marketing.pricing.Rule;
import io.mendian.marketing.pricing.Text;
import java.util.List;
import java.util.Set;

/** A quote with the rules it used, so that it can be computed again, and with what the basket costs paid otherwise. */
public record Quoted(Quote quote, List<Rule> rules, StoreCharges charges, List<Otherwise> otherwise) {

    /** The price for other means of payment; an empty set: for any that no rule asks for. */
    public record Otherwise(Set<String> payWith, long payableMinor, Text text) {}
}
