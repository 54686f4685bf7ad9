package io.mendian.marketing.coupon;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Settings;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a printed code is worth at a counter: goods for whoever shows it, without a purchase. Reading it takes nothing. */
@Component
public class CodeGoods {

    private static final String COUNTER = "POS";

    private final CouponCodeMapper codes;
    private final CouponMapper coupons;
    private final CouponTemplates templates;
    private final Clock clock;

    CodeGoods(CouponCodeMapper codes, CouponMapper coupons, CouponTemplates templates, Clock clock) {
        this.codes = codes;
        this.coupons = coupons;
        this.templates = templates;
        this.clock = clock;
    }

    /** The goods, and the id under which the code is held for an order. */
    public record Goods(String couponId, String name, SkuId skuId, long quantity) {}

    /** Refuses a code that gives nothing at this store's counter, and says why. */
    public Goods of(String typed, StoreId store) {
        CouponCode code = CouponCode.parse(typed);
        if (code == null) {
            throw CouponProblem.COUPON_CODE_MISTYPED.with();
        }
        CouponCodeRow row = codes.byCode(code.text());
        if (row == null) {
            throw CouponProblem.COUPON_CODE_UNKNOWN.with();
        }
        refuseUnlessFree(row);
        CouponTemplateRow template = templates.require(row.templateId());
        if (template.state() != CouponTemplateState.LIVE) {
            throw CouponProblem.COUPON_NOT_LIVE.with();
        }
        CouponTerms terms = templates.terms(template);
        refuseUnlessForAnybody(terms, store);
        Settings settings = new Settings(terms.settings());
        return new Goods(
                Long.toString(row.id()),
                terms.name(),
                SkuId.of(settings.id("giftSkuId")),
                settings.number("quantity", 1, Long.MAX_VALUE));
    }

    private void refuseUnlessFree(CouponCodeRow row) {
        Long owner = row.memberKey();
        if (owner == null) {
            return;
        }
        if (owner != Coupons.BEARER.value()) {
            throw CouponProblem.COUPON_CODE_CLAIMED.with();
        }
        @Nullable CouponRow coupon = coupons.selectById(row.id());
        if (coupon != null && (coupon.state() == CouponState.HELD || coupon.state() == CouponState.USED)) {
            throw CouponProblem.COUPON_ALREADY_USED.with("couponId", Long.toString(row.id()));
        }
        if (coupon != null && !clock.instant().isBefore(coupon.validTo())) {
            throw CouponProblem.COUPON_EXPIRED.with("couponId", Long.toString(row.id()));
        }
    }

    private static void refuseUnlessForAnybody(CouponTerms terms, StoreId store) {
        Scope scope = terms.scope();
        Audience audience = terms.audience();
        boolean counter = audience.channels().isEmpty() || audience.channels().contains(COUNTER);
        if (!scope.includesStore(store) || !counter) {
            throw CouponProblem.COUPON_CODE_NOT_HERE.with();
        }
        boolean forMembers = audience.membersOnly()
                || !audience.levels().isEmpty()
                || !audience.groups().isEmpty()
                || audience.onlyFirstOrder()
                || terms.newMembersOnly();
        if (forMembers) {
            throw CouponProblem.COUPON_CODE_FOR_MEMBERS.with();
        }
        Long threshold = new Settings(terms.settings()).optional("thresholdMinor", 0, Long.MAX_VALUE);
        boolean goods = terms.kind().equals("GIFT")
                && (threshold == null || threshold == 0)
                && scope.skuIds().isEmpty()
                && scope.categories().isEmpty()
                && scope.kinds().isEmpty()
                && audience.meansOfPayment().isEmpty();
        if (!goods) {
            throw CouponProblem.COUPON_CODE_NEEDS_PURCHASE.with();
        }
    }
}
