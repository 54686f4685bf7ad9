package io.mendian.marketing.pricing;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that a rule says, as it was when a quote used it: enough to price the same basket again years later. */
public record RuleTerms(
        String kind,
        Map<String, Object> settings,
        Scope scope,
        Stacking stacking,
        Audience audience,
        @Nullable TimeWindows hours,
        Instant validFrom,
        Instant validTo) {}
