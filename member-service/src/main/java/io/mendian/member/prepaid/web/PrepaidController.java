package io.mendian.member.prepaid.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.TypedId;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.prepaid.AssetRefundView;
import io.mendian.member.prepaid.PrepaidContract;
import io.mendian.member.prepaid.PrepaidQueries;
import io.mendian.member.prepaid.ProductTerms;
import io.mendian.member.prepaid.RefundCause;
import io.mendian.member.prepaid.RefundPolicy;
import io.mendian.member.prepaid.SetProductTerms;
import io.mendian.member.prepaid.SetRefundPolicy;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class PrepaidController {

    private final PrepaidQueries queries;
    private final SetRefundPolicy setPolicy;
    private final SetProductTerms setProduct;
    private final MemberAccess access;

    PrepaidController(
            PrepaidQueries queries, SetRefundPolicy setPolicy, SetProductTerms setProduct, MemberAccess access) {
        this.queries = queries;
        this.setPolicy = setPolicy;
        this.setProduct = setProduct;
        this.access = access;
    }

    @GetMapping("/app/v1/me/prepaid-contracts")
    @Allow
    @Operation(summary = "我的预付合同：contracts of my recharges and cards", description = """
                    As they were concluded: list price, what was paid, gifts, services, stores, validity, refund terms and the \
                    version of their text. Newest first, at most 200; amounts in fen.""")
    List<PrepaidContract> mine(Caller caller) {
        return queries.ofMember(caller.memberKey());
    }

    @GetMapping("/app/v1/me/prepaid-contracts/{orderId}/{lineId}")
    @Allow
    @Operation(summary = "预付合同：one contract", description = "404 PREPAID_CONTRACT_UNKNOWN.")
    PrepaidContract one(@PathVariable long orderId, @PathVariable String lineId, Caller caller) {
        return queries.contract(caller.memberKey(), orderId, lineId);
    }

    @GetMapping("/app/v1/me/prepaid-contracts/{orderId}/{lineId}/refund-quote")
    @Allow
    @Operation(summary = "退款试算：what returning it would give back now", description = """
                    cause CONSUMER or MERCHANT; explained step by step, in fen. 404 PREPAID_CONTRACT_UNKNOWN.""")
    AssetRefundView quote(
            @PathVariable long orderId,
            @PathVariable String lineId,
            @RequestParam(defaultValue = "CONSUMER") RefundCause cause,
            Caller caller) {
        return queries.quote(caller.memberKey(), orderId, lineId, cause);
    }

    @GetMapping({"/store/v1/members/{memberKey}/prepaid-contracts", "/hq/v1/members/{memberKey}/prepaid-contracts"})
    @Allow(Right.ASSETS_READ)
    @Operation(summary = "会员的预付合同：a member's contracts", description = "Newest first, at most 200; amounts in fen.")
    List<PrepaidContract> ofMember(@PathVariable long memberKey, Caller caller) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.ofMember(MemberKey.of(memberKey));
    }

    @GetMapping("/hq/v1/refund-policies")
    @Allow(Right.LOYALTY_RULES)
    @Operation(
            summary = "退款政策：named refund policies",
            description = "DEFAULT is the chain's; until it is set, the law's.")
    List<RefundPolicy> policies() {
        return queries.policies();
    }

    @ChainWide
    @PutMapping("/hq/v1/refund-policies/{name}")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "设置退款政策：set a named refund policy", description = """
                    coolingOffDays at least 7; consumerTerms UNDISCOUNTED (the law) or PROPORTIONAL (better); listPermille what \
                    1,000 spent would have cost without the card. Contracts keep their own terms where those are better.""")
    RefundPolicy setPolicy(
            @PathVariable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String name,
            @Valid @RequestBody RefundPolicyRequest body,
            Caller caller,
            HttpServletRequest http) {
        return setPolicy.set(body.policy(name), caller, Origin.of(http));
    }

    @GetMapping("/hq/v1/prepaid-products/{product}")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "预付产品条款：refund terms of SKU:id or PACKAGE:id", description = "Empty: the chain's own.")
    ProductTerms product(@PathVariable @Pattern(regexp = "(SKU|PACKAGE):" + TypedId.PATTERN) String product) {
        return queries.product(product);
    }

    @ChainWide
    @PutMapping("/hq/v1/prepaid-products/{product}")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "设置预付产品条款：set the refund terms of SKU:id or PACKAGE:id", description = """
                    For sales from now on; unitListMinor is what one use costs without a card (fen). 404 REFUND_POLICY_UNKNOWN.""")
    ProductTerms setProduct(
            @PathVariable @Pattern(regexp = "(SKU|PACKAGE):" + TypedId.PATTERN) String product,
            @Valid @RequestBody ProductTermsRequest body,
            Caller caller,
            HttpServletRequest http) {
        return setProduct.set(product, body.terms(), caller, Origin.of(http));
    }
}
