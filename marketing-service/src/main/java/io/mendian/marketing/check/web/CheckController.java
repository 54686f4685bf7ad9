package io.mendian.marketing.check.web;

import io.mendian.kernel.SkuId;
import io.mendian.marketing.check.CheckRule;
import io.mendian.marketing.check.Finding;
import io.mendian.marketing.coupon.CouponQueries;
import io.mendian.marketing.promotion.PromotionQueries;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CheckController {

    private final CheckRule check;
    private final PromotionQueries promotions;
    private final CouponQueries coupons;

    CheckController(CheckRule check, PromotionQueries promotions, CouponQueries coupons) {
        this.check = check;
        this.promotions = promotions;
        this.coupons = coupons;
    }

    record CheckAnswer(List<FindingView> findings) {
        static CheckAnswer of(List<Finding> findings, Locale locale) {
            return new CheckAnswer(findings.stream()
                    .map(each -> new FindingView(
                            each.id(),
                            each.code(),
                            each.text().in(locale),
                            each.rules(),
                            each.basket().stream()
                                    .map(piece -> new BasketPiece(
                                            piece.skuId(), piece.name(), piece.quantity(), piece.unitListMinor()))
                                    .toList(),
                            each.payableMinor()))
                    .toList());
        }
    }

    record FindingView(
            String id,
            Finding.Code code,
            String text,
            List<String> rules,
            List<BasketPiece> basket,
            long payableMinor) {}

    record BasketPiece(SkuId skuId, String name, long quantity, long unitListMinor) {}

    @PostMapping("/hq/v1/promotions/{promotionId}/check")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "Try a promotion beside the live rules before it goes live",
            description =
                    "Small baskets of the products in its scope that leave the least room, priced with and without it, beside"
                            + " the live promotions and one coupon of each live template. Findings: BELOW_COST, FREE, CUT_BY_FLOOR,"
                            + " NEVER_OPEN, NEVER_APPLIES, NEVER_BETTER, MAKES_DEAD, each with the smallest basket that shows it."
                            + " Publishing asks for their ids in acknowledge. Changes nothing; 404 PROMOTION_UNKNOWN.")
    CheckAnswer promotion(@PathVariable long promotionId, Locale locale) {
        return CheckAnswer.of(check.check(promotions.rule(promotionId)), locale);
    }

    @PostMapping("/hq/v1/coupon-templates/{templateId}/check")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "Try a coupon beside the live rules before its template goes live",
            description = "As with promotions; 404 COUPON_TEMPLATE_UNKNOWN.")
    CheckAnswer template(@PathVariable long templateId, Locale locale) {
        return CheckAnswer.of(check.check(coupons.templateRule(templateId)), locale);
    }
}
