package io.mendian.marketing.promotion;

import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.RuleTerms;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Stacking;
import io.mendian.marketing.pricing.TimeWindows;
import java.time.Instant;
import java.util.Map;

/** What headquarters says about a promotion; it runs from {@code validFrom} until before {@code validTo}, in its hours. */
public record PromotionTerms(
        String name,
        String kind,
        Map<String, Object> settings,
        Scope scope,
        Stacking stacking,
        Audience audience,
        TimeWindows hours,
        Instant validFrom,
        Instant validTo) {

    RuleTerms asRule() {
        return new RuleTerms(kind, settings, scope, stacking, audience, hours, validFrom, validTo);
    }
}
