package io.mendian.marketing.coupon.web;

import io.mendian.marketing.check.CheckRule;
import io.mendian.marketing.coupon.ChangeCouponTemplate;
import io.mendian.marketing.coupon.CouponQueries;
import io.mendian.marketing.coupon.CouponTemplateState;
import io.mendian.marketing.coupon.CouponTemplateView;
import io.mendian.marketing.coupon.DraftCouponTemplate;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CouponTemplateController {

    private final DraftCouponTemplate draft;
    private final ChangeCouponTemplate change;
    private final CouponQueries queries;
    private final CheckRule check;

    CouponTemplateController(
            DraftCouponTemplate draft, ChangeCouponTemplate change, CouponQueries queries, CheckRule check) {
        this.check = check;
        this.draft = draft;
        this.change = change;
        this.queries = queries;
    }

    @ChainWide
    @PostMapping("/hq/v1/coupon-templates")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "Make a coupon template (满减, 折扣, 赠品)",
            description =
                    "kind and settings: AMOUNT_OFF {thresholdMinor, amountMinor}; PERCENT_OFF {permilleOff 1-1000 (200 = 8折),"
                            + " capMinor?, thresholdMinor?}; GIFT {giftSkuId, quantity, thresholdMinor?}. scope: empty lists mean"
                            + " everything. validity: {from, to} calendar dates, both included, or {days} with the day of the claim as the"
                            + " first; zone is optional. stacking: {category, perCategory, exclusive NO | IN_LAYER | ALONE}. "
                            + " audience {levels, channels, segments, firstOrder, tenders}. stacking also {bestOf, onlyWith, notWith}. Any kind of a"
                            + " promotion may be used. With state LIVE it is checked first: 409 RULE_HAS_FINDINGS unless acknowledge"
                            + " lists the findings. issueOn: NOTHING, MEMBER_JOINED (once per member), ORDER_PAID (orders of at least issueMinPaidMinor). state DRAFT"
                            + " (default) or LIVE. 400 COUPON_TEMPLATE_INVALID names the field.")
    CouponTemplateView draft(@Valid @RequestBody CouponTemplateRequest body) {
        if (body.stateOrDraft() == CouponTemplateState.LIVE) {
            check.refuseUnless(body.acknowledge(), queries.wouldBe(0, body.terms()));
        }
        String id = draft.draft(body.terms(), body.stateOrDraft());
        return queries.template(Long.parseLong(id));
    }

    @ChainWide
    @PutMapping("/hq/v1/coupon-templates/{templateId}")
    @Idempotent
    @Allow(Right.MARKETING_WRITE)
    @Operation(
            summary = "Change a coupon template, publish it (state LIVE) or end it (state ENDED)",
            description =
                    "The whole template again. Of a live one only name, limits.total, claimable and state may differ: 409"
                            + " COUPON_TEMPLATE_FIXED. 409 COUPON_TEMPLATE_STATE, COUPON_TOTAL_TOO_SMALL.")
    CouponTemplateView change(@PathVariable long templateId, @Valid @RequestBody CouponTemplateRequest body) {
        boolean goesLive = body.stateOrDraft() == CouponTemplateState.LIVE
                && queries.template(templateId).state() == CouponTemplateState.DRAFT;
        if (goesLive) {
            check.refuseUnless(body.acknowledge(), queries.wouldBe(templateId, body.terms()));
        }
        change.change(templateId, body.terms(), body.stateOrDraft());
        return queries.template(templateId);
    }

    @GetMapping("/hq/v1/coupon-templates/{templateId}")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(summary = "A coupon template with what became of its coupons")
    CouponTemplateView template(@PathVariable long templateId) {
        return queries.template(templateId);
    }

    @GetMapping("/hq/v1/coupon-templates")
    @Allow({Right.MARKETING_READ, Right.MARKETING_WRITE})
    @Operation(
            summary = "Coupon templates with issued, available, held, used, expired and withdrawn",
            description = "In the order of their ids; after: the last templateId of the page before; limit 1 to 200.")
    List<CouponTemplateView> templates(
            @RequestParam(defaultValue = "0") long after, @RequestParam(defaultValue = "50") int limit) {
        return queries.page(after, Page.limit(limit));
    }
}
