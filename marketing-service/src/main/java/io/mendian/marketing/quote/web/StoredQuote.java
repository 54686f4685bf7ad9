package io.mendian.marketing.quote.web;

import io.mendian.kernel.TypedId;
import io.mendian.marketing.charge.ChargeTerms;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.RuleTerms;
import io.mendian.marketing.quote.KnownQuote;
import io.mendian.marketing.quote.QuoteProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What of a stored answer is needed to compute it again; all else in it is left aside. */
record StoredQuote(
        @NotNull @Valid QuoteRequest asked,
        @NotNull @Size(max = 50) List<@Valid StoredRule> rules,
        @NotNull @Valid StoredCharges charges,
        @NotBlank String ruleVersion) {

    record StoredRule(
            @NotNull Offer.Layer layer,
            @NotNull @Pattern(regexp = TypedId.PATTERN) String id,
            @NotNull @Pattern(regexp = TypedId.PATTERN) String ruleId,
            @NotNull String name,
            int version,
            @NotNull RuleTerms terms) {}

    record StoredCharges(
            @NotNull String storeId, int version, @NotNull ChargeTerms terms) {}

    KnownQuote known() {
        if (!ruleVersion.equals(QuoteAnswer.ENGINE)) {
            throw QuoteProblem.QUOTE_VERSION_GONE.with("ruleVersion", ruleVersion);
        }
        return new KnownQuote(
                asked.command(),
                rules.stream()
                        .map(rule -> new KnownQuote.KnownRule(
                                rule.layer(),
                                Long.parseLong(rule.id()),
                                Long.parseLong(rule.ruleId()),
                                rule.name(),
                                rule.version(),
                                rule.terms()))
                        .toList(),
                charges.storeId(),
                charges.version(),
                charges.terms());
    }
}
