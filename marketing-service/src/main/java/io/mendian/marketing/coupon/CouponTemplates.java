package io.mendian.marketing.coupon;

import io.mendian.marketing.MarketingProperties;
import io.mendian.marketing.benefit.BenefitKinds;
import io.mendian.marketing.pricing.InvalidSetting;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Settings;
import io.mendian.marketing.pricing.Stacking;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Turns the terms that headquarters states into rows, and rows into terms and pricing rules. */
@Component
class CouponTemplates {

    private static final TypeReference<Map<String, Object>> SETTINGS = new TypeReference<>() {};

    private final CouponTemplateMapper mapper;
    private final BenefitKinds kinds;
    private final JsonMapper json;
    private final ZoneId chainZone;

    CouponTemplates(CouponTemplateMapper mapper, BenefitKinds kinds, JsonMapper json, MarketingProperties properties) {
        this.mapper = mapper;
        this.kinds = kinds;
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
            long id, CouponTerms terms, CouponTemplateState state, long issued, Instant created, Instant now) {
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
                now);
    }

    private void check(CouponTerms terms) {
        try {
            kinds.require(terms.kind()).read(new Settings(terms.settings()));
        } catch (InvalidSetting e) {
            throw CouponProblem.COUPON_TEMPLATE_INVALID.with("field", e.field(), "reason", e.reason());
        }
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

    CouponTerms terms(CouponTemplateRow row) {
        return new CouponTerms(
                row.name(),
                row.kind(),
                json.readValue(row.settings(), SETTINGS),
                json.readValue(row.scope(), Scope.class),
                new Stacking(
                        row.stackCategory(), row.stackPerCategory(), Stacking.Exclusive.valueOf(row.stackExclusive())),
                new CouponValidity(row.validFromDate(), row.validToDate(), row.validDays(), ZoneId.of(row.zone())),
                new CouponLimits(row.limitTotal(), row.limitPerMember(), row.limitPerDay()),
                row.claimable(),
                row.newMembersOnly(),
                row.issueOn(),
                row.issueMinPaid());
    }

    /** One coupon as a rule of a quote. */
    Offer offer(CouponRow coupon, CouponTemplateRow template) {
        CouponTerms terms = terms(template);
        return new Offer(
                Offer.Layer.COUPON,
                coupon.id(),
                template.id(),
                template.name(),
                kinds.require(template.kind()).rank(),
                kinds.require(template.kind()).read(new Settings(terms.settings())),
                terms.scope(),
                terms.stacking(),
                coupon.validFrom(),
                coupon.validTo());
    }
}
