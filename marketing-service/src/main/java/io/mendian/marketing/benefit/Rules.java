package io.mendian.marketing.benefit;

import io.mendian.marketing.pricing.BenefitKind;
import io.mendian.marketing.pricing.Conditions;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.Rule;
import io.mendian.marketing.pricing.RuleTerms;
import io.mendian.marketing.pricing.Settings;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Turns terms into rules that can be applied. */
@Component
public class Rules {

    private final BenefitKinds kinds;

    Rules(BenefitKinds kinds) {
        this.kinds = kinds;
    }

    public Rule rule(Offer.Layer layer, long id, long ruleId, String name, int version, RuleTerms terms) {
        BenefitKind kind = kinds.require(terms.kind());
        Offer offer = new Offer(
                layer,
                id,
                ruleId,
                name,
                kind.rank(),
                kind.read(new Settings(terms.settings())),
                terms.scope(),
                terms.stacking(),
                new Conditions(terms.audience(), terms.hours()),
                terms.validFrom(),
                terms.validTo());
        return new Rule(offer, version, terms);
    }

    /** One coupon of a template: the same rule with the coupon's own id and validity. */
    public static Rule coupon(Rule template, long id, Instant validFrom, Instant validTo) {
        Offer of = template.offer();
        RuleTerms terms = template.terms();
        return new Rule(
                new Offer(
                        Offer.Layer.COUPON,
                        id,
                        of.ruleId(),
                        of.name(),
                        of.rank(),
                        of.benefit(),
                        of.scope(),
                        of.stacking(),
                        of.conditions(),
                        validFrom,
                        validTo),
                template.version(),
                new RuleTerms(
                        terms.kind(),
                        terms.settings(),
                        terms.scope(),
                        terms.stacking(),
                        terms.audience(),
                        terms.hours(),
                        validFrom,
                        validTo));
    }
}
