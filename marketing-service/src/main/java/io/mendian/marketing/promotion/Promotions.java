package io.mendian.marketing.promotion;

import io.mendian.marketing.benefit.Rules;
import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.Rule;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Stacking;
import io.mendian.marketing.pricing.TimeWindows;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns the terms that headquarters states into rows, and rows into terms and pricing rules. */
@Component
class Promotions {

    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};
    private static final int MOST_READ = 2_000;

    private final PromotionMapper mapper;
    private final Rules rules;
    private final JsonMapper json;
    private final Map<Long, Rule> read = new ConcurrentHashMap<>();

    Promotions(PromotionMapper mapper, Rules rules, JsonMapper json) {
        this.mapper = mapper;
        this.rules = rules;
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
    PromotionRow row(long id, PromotionTerms terms, PromotionState state, int version, Instant created, Instant now) {
        wouldBe(id, terms);
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
                json.writeValueAsString(terms.hours()),
                version,
                terms.stacking().groups() == null
                        ? null
                        : json.writeValueAsString(terms.stacking().groups()));
    }

    /** The rule of these terms; refuses settings that cannot be. */
    Rule wouldBe(long id, PromotionTerms terms) {
        if (!terms.validFrom().isBefore(terms.validTo())) {
            throw PromotionProblem.PROMOTION_INVALID.with("field", "validTo", "reason", "is not after validFrom");
        }
        try {
            return rules.rule(Offer.Layer.of(terms.audience()), id, id, terms.name(), 1, terms.asRule());
        } catch (InvalidSetting e) {
            throw PromotionProblem.PROMOTION_INVALID.with("field", e.field(), "reason", e.reason());
        }
    }

    PromotionTerms terms(PromotionRow row) {
        return new PromotionTerms(
                row.name(),
                row.kind(),
                json.readValue(row.settings(), SETTINGS),
                json.readValue(row.scope(), Scope.class),
                new Stacking(
                        row.stackCategory(),
                        row.stackPerCategory(),
                        Stacking.Exclusive.valueOf(row.stackExclusive()),
                        row.stackGroups() == null ? null : json.readValue(row.stackGroups(), Stacking.Groups.class)),
                json.readValue(row.audience(), Audience.class),
                json.readValue(row.hours(), TimeWindows.class),
                row.validFrom(),
                row.validTo());
    }

    /** The promotion as a rule of a quote; read once per version. */
    Rule rule(PromotionRow row) {
        Rule known = read.get(row.id());
        if (known != null && known.version() == row.version()) {
            return known;
        }
        PromotionTerms terms = terms(row);
        Rule rule = rules.rule(
                Offer.Layer.of(terms.audience()), row.id(), row.id(), row.name(), row.version(), terms.asRule());
        if (read.size() >= MOST_READ) {
            read.clear();
        }
        read.put(row.id(), rule);
        return rule;
    }

    PromotionView view(PromotionRow row) {
        return new PromotionView(
                Long.toString(row.id()), terms(row), row.state(), row.version(), row.createdAt(), row.updatedAt());
    }
}
