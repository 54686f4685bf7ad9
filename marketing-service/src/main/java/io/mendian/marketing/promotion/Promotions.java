package io.mendian.marketing.promotion;

import io.mendian.marketing.benefit.BenefitKinds;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Settings;
import io.mendian.marketing.pricing.Stacking;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns the terms that headquarters states into rows, and rows into terms and pricing rules. */
@Component
class Promotions {

    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private final PromotionMapper mapper;
    private final BenefitKinds kinds;
    private final JsonMapper json;

    Promotions(PromotionMapper mapper, BenefitKinds kinds, JsonMapper json) {
        this.mapper = mapper;
        this.kinds = kinds;
        this.json = json;
    }

    PromotionRow require(long id) {
        PromotionRow row = mapper.selectById(id);
        if (row == null) {
            throw PromotionProblem.PROMOTION_UNKNOWN.with();
        }
        return row;
    }

    /** A row of these terms; refuses settings that cannot be. */
    PromotionRow row(long id, PromotionTerms terms, PromotionState state, Instant created, Instant now) {
        try {
            kinds.require(terms.kind()).read(new Settings(terms.settings()));
        } catch (InvalidSetting e) {
            throw PromotionProblem.PROMOTION_INVALID.with("field", e.field(), "reason", e.reason());
        }
        if (!terms.validFrom().isBefore(terms.validTo())) {
            throw PromotionProblem.PROMOTION_INVALID.with("field", "validTo", "reason", "is not after validFrom");
        }
        return new PromotionRow(
                id,
                terms.name(),
                terms.kind(),
                json.writeValueAsString(terms.settings()),
                json.writeValueAsString(terms.scope()),
                terms.stacking().category(),
                terms.stacking().perCategory(),
                terms.stacking().exclusive().name(),
                terms.validFrom(),
                terms.validTo(),
                state,
                created,
                now,
                json.writeValueAsString(terms.audience()),
                json.writeValueAsString(terms.hours()));
    }

    PromotionTerms terms(PromotionRow row) {
        return new PromotionTerms(
                row.name(),
                row.kind(),
                json.readValue(row.settings(), SETTINGS),
                json.readValue(row.scope(), Scope.class),
                new Stacking(
                        row.stackCategory(), row.stackPerCategory(), Stacking.Exclusive.valueOf(row.stackExclusive())),
                json.readValue(row.audience(), Audience.class),
                json.readValue(row.hours(), TimeWindows.class),
                row.validFrom(),
                row.validTo());
    }

    Offer offer(PromotionRow row, PromotionTerms terms) {
        return new Offer(
                Offer.Layer.PROMOTION,
                row.id(),
                row.id(),
                row.name(),
                kinds.require(row.kind()).rank(),
                kinds.require(row.kind()).read(new Settings(terms.settings())),
                terms.scope(),
                terms.stacking(),
                row.validFrom(),
                row.validTo());
    }

    PromotionView view(PromotionRow row) {
        return new PromotionView(Long.toString(row.id()), terms(row), row.state(), row.createdAt(), row.updatedAt());
    }
}
