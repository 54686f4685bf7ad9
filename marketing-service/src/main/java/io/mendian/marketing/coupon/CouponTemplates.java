package io.mendian.marketing.coupon;

import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.benefit.Rules;
import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.Rule;
import io.mendian.marketing.pricing.RuleTerms;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Stacking;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns the terms that headquarters states into rows, and rows into terms and pricing rules. */
@Component
class CouponTemplates {

    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};
    private static final int MOST_READ = 2_000;

    private final CouponTemplateMapper mapper;
    private final Rules rules;
    private final JsonMapper json;
    private final ZoneId chainZone;
    private final Map<Long, Rule> read = new ConcurrentHashMap<>();

    CouponTemplates(CouponTemplateMapper mapper, Rules rules, JsonMapper json, MarketingProperties properties) {
        this.mapper = mapper;
        this.rules = rules;
        this.json = json;
        this.chainZone = properties.zone();
    }

    CouponTemplateRow require(long id) {
        CouponTemplateRow row = mapper.selectById(id);
        if (row == null) {
            throw CouponProblem.COUPON_TEMPLATE_UNKNOWN.with();
        }
        return row;
    }

    /** A row of these terms; refuses settings that cannot be. */
    CouponTemplateRow row(
            long id,
            CouponTerms terms,
            CouponTemplateState state,
            long issued,
            int version,
            Instant created,
            Instant now) {
        check(terms);
        ZoneId zone = Objects.requireNonNullElse(terms.validity().zone(), chainZone);
        return new CouponTemplateRow(
                id,
                terms.name(),
                terms.kind(),
                json.writeValueAsString(terms.settings()),
                json.writeValueAsString(terms.scope()),
                terms.stacking().category(),
                terms.stacking().perCategory(),
                terms.stacking().exclusive().name(),
                zone.getId(),
                terms.validity().from(),
                terms.validity().to(),
                terms.validity().days(),
                terms.limits().total(),
                terms.limits().perMember(),
                terms.limits().perDay(),
                terms.claimable(),
                terms.newMembersOnly(),
                terms.issueOn(),
                terms.issueMinPaidMinor(),
                state,
                issued,
                created,
                now,
                version,
                terms.stacking().groups() == null
                        ? null
                        : json.writeValueAsString(terms.stacking().groups()),
                json.writeValueAsString(terms.audience()));
    }

    private void check(CouponTerms terms) {
        wouldBe(0, terms);
        CouponValidity validity = terms.validity();
        boolean dates = validity.from() != null
                && validity.to() != null
                && !validity.from().isAfter(validity.to());
        boolean days = validity.days() != null && validity.from() == null && validity.to() == null;
        if (validity.days() == null ? !dates : !days) {
            throw CouponProblem.COUPON_TEMPLATE_INVALID.with(
                    "field", "validity", "reason", "is either from and to (from not after to) or days");
        }
    }

    /** The rule of these terms; refuses settings that cannot be. */
    Rule wouldBe(long id, CouponTerms terms) {
        try {
            return rules.rule(Offer.Layer.COUPON, id, id, terms.name(), 1, asRule(terms));
        } catch (InvalidSetting e) {
            throw CouponProblem.COUPON_TEMPLATE_INVALID.with("field", e.field(), "reason", e.reason());
        }
    }

    CouponTerms terms(CouponTemplateRow row) {
        return new CouponTerms(
                row.name(),
                row.kind(),
                json.readValue(row.settings(), SETTINGS),
                json.readValue(row.scope(), Scope.class),
                new Stacking(
                        row.stackCategory(),
                        row.stackPerCategory(),
                        Stacking.Exclusive.valueOf(row.stackExclusive()),
                        row.stackGroups() == null ? null : json.readValue(row.stackGroups(), Stacking.Groups.class)),
                new CouponValidity(row.validFromDate(), row.validToDate(), row.validDays(), ZoneId.of(row.zone())),
                new CouponLimits(row.limitTotal(), row.limitPerMember(), row.limitPerDay()),
                row.claimable(),
                row.newMembersOnly(),
                row.issueOn(),
                row.issueMinPaid(),
                row.audience() == null ? Audience.ALL : json.readValue(row.audience(), Audience.class));
    }

    /** The rule that all coupons of a template share; read once per version. */
    Rule rule(CouponTemplateRow row) {
        Rule known = read.get(row.id());
        if (known != null && known.version() == row.version()) {
            return known;
        }
        Rule rule = rules.rule(Offer.Layer.COUPON, row.id(), row.id(), row.name(), row.version(), asRule(terms(row)));
        if (read.size() >= MOST_READ) {
            read.clear();
        }
        read.put(row.id(), rule);
        return rule;
    }

    /** Each coupon has its own validity. */
    private static RuleTerms asRule(CouponTerms terms) {
        return new RuleTerms(
                terms.kind(),
                terms.settings(),
                terms.scope(),
                terms.stacking(),
                terms.audience(),
                null,
                Instant.EPOCH,
                Instant.MAX);
    }
}
