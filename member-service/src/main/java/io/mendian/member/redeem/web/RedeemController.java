package io.mendian.member.redeem.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.redeem.Offer;
import io.mendian.member.redeem.RedeemCoupon;
import io.mendian.member.redeem.RedeemQueries;
import io.mendian.member.redeem.RedemptionView;
import io.mendian.member.redeem.SaveOffer;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
class RedeemController {

    private static final String LAST = "9223372036854775807";

    private final RedeemQueries queries;
    private final RedeemCoupon redeemCoupon;
    private final SaveOffer saveOffer;
    private final MemberAccess access;

    RedeemController(RedeemQueries queries, RedeemCoupon redeemCoupon, SaveOffer saveOffer, MemberAccess access) {
        this.queries = queries;
        this.redeemCoupon = redeemCoupon;
        this.saveOffer = saveOffer;
        this.access = access;
    }

    @GetMapping("/app/v1/redeem-offers")
    @Allow
    @Operation(summary = "积分兑券目录：coupons that can be had for points now", description = "Cheapest first.")
    List<Offer> running(@RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.running(limit);
    }

    @PostMapping("/app/v1/redeem-offers/{offerId}/redemptions")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow
    @Idempotent(Idempotent.Kind.PROCESS)
    @Operation(summary = "积分兑券：redeem points for a coupon", description = """
                    Once per Idempotency-Key. DONE names the coupon; PENDING while it cannot be granted at this moment (ask \
                    for the redemption again); REFUSED gives the points back and says why. 409 NOT_ENOUGH_POINTS, \
                    OFFER_SOLD_OUT, OFFER_NOT_RUNNING, OFFER_LIMIT_REACHED; 404.""")
    RedemptionView redeem(@PathVariable long offerId, Caller caller, OperationId operation) {
        return redeemCoupon.redeem(operation.value(), caller.memberKey(), offerId);
    }

    @GetMapping("/app/v1/me/redemptions")
    @Allow
    @Operation(summary = "我的兑换记录：my redemptions", description = "Newest first; page with before = the last id seen.")
    List<RedemptionView> mine(
            Caller caller,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.ofMember(caller.memberKey(), before, limit);
    }

    @GetMapping("/app/v1/me/redemptions/{id}")
    @Allow
    @Operation(summary = "一次兑换：one of my redemptions")
    RedemptionView one(@PathVariable long id, Caller caller) {
        return queries.own(id, caller.memberKey());
    }

    @GetMapping({"/store/v1/members/{memberKey}/redemptions", "/hq/v1/members/{memberKey}/redemptions"})
    @Allow(Right.ASSETS_READ)
    @Operation(summary = "会员的兑换记录：a member's redemptions", description = "Newest first; before = the last id seen.")
    List<RedemptionView> ofMember(
            @PathVariable long memberKey,
            Caller caller,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.ofMember(MemberKey.of(memberKey), before, limit);
    }

    @GetMapping("/hq/v1/redeem-offers")
    @Allow({Right.LOYALTY_RULES, Right.MARKETING_READ})
    @Operation(summary = "兑换目录：all offers", description = "Newest first; page with before = the last id seen.")
    List<Offer> all(
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.all(before, limit);
    }

    @ChainWide
    @PostMapping("/hq/v1/redeem-offers")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Right.LOYALTY_RULES)
    @Idempotent
    @Operation(summary = "新增兑换项：make an offer", description = """
                    templateId: a coupon template; points above 0; stock and limitPerMember null are without end; \
                    redeemable in [from, until) while active.""")
    Offer add(@Valid @RequestBody OfferRequest body, Caller caller, HttpServletRequest http) {
        return saveOffer.save(null, body.toTerms(), caller, Origin.of(http));
    }

    @ChainWide
    @PutMapping("/hq/v1/redeem-offers/{offerId}")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "修改兑换项：change an offer", description = "409 OFFER_STOCK_BELOW_TAKEN; 404.")
    Offer change(
            @PathVariable long offerId, @Valid @RequestBody OfferRequest body, Caller caller, HttpServletRequest http) {
        return saveOffer.save(offerId, body.toTerms(), caller, Origin.of(http));
    }

    @GetMapping("/hq/v1/redeem-offers/{offerId}/redemptions")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "兑换明细：redemptions of an offer", description = "Newest first; before = the last id seen.")
    List<RedemptionView> ofOffer(
            Caller caller,
            @PathVariable long offerId,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        if (!caller.chainWide()) {
            // they name members of every store
            throw CommonProblem.NOT_FOUND.with();
        }
        return queries.ofOffer(offerId, before, limit);
    }
}
