package io.mendian.member.assetrules.web;

import io.mendian.member.assetrules.AssetRules;
import io.mendian.member.assetrules.AssetRulesQueries;
import io.mendian.member.assetrules.SetAssetRules;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AssetRulesController {

    private final AssetRulesQueries queries;
    private final SetAssetRules setRules;

    AssetRulesController(AssetRulesQueries queries, SetAssetRules setRules) {
        this.queries = queries;
        this.setRules = setRules;
    }

    @GetMapping("/hq/v1/asset-rules")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "资产规则：spending rule, caps, fees, welcome card", description = "Amounts in fen.")
    AssetRules current() {
        return queries.current();
    }

    @ChainWide
    @PutMapping("/hq/v1/asset-rules")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "设置资产规则：set them from now on", description = """
                    spendingRule PROPORTIONAL, BONUS_FIRST or PRINCIPAL_FIRST; giftCardYears at least 3; amounts in fen; without \
                    welcomeCard newcomers get none; cardShareMost 0 to 20: with how many members a card may be shared, 5 when left out.""")
    AssetRules set(@Valid @RequestBody AssetRulesRequest body, Caller caller, HttpServletRequest http) {
        return setRules.set(body.rules(), caller, Origin.of(http));
    }
}
