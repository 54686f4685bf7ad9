package io.mendian.member.wallet.web;

import io.mendian.member.audit.Origin;
import io.mendian.member.wallet.RechargeOffer;
import io.mendian.member.wallet.RechargePackage;
import io.mendian.member.wallet.SaveRechargePackage;
import io.mendian.member.wallet.WalletQueries;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RechargePackageController {

    private final WalletQueries queries;
    private final SaveRechargePackage savePackage;

    RechargePackageController(WalletQueries queries, SaveRechargePackage savePackage) {
        this.queries = queries;
        this.savePackage = savePackage;
    }

    @GetMapping("/app/v1/recharge-packages")
    @Allow
    @Operation(summary = "充值套餐：recharge packages on offer", description = "Smallest first; amounts in fen.")
    List<RechargePackage> forMembers() {
        return queries.packages(true);
    }

    @GetMapping("/store/v1/recharge-packages")
    @Allow({Right.ORDERS_SELL, Right.ASSETS_READ})
    @Operation(summary = "充值套餐：recharge packages on offer at the counter", description = "Smallest first; in fen.")
    List<RechargePackage> forStaff() {
        return queries.packages(true);
    }

    @GetMapping("/hq/v1/recharge-packages")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "充值套餐设置：all recharge packages", description = "Also those no longer on offer; in fen.")
    List<RechargePackage> all() {
        return queries.packages(false);
    }

    @GetMapping("/internal/v1/recharge-packages/{id}")
    @Allow
    @Operation(summary = "One recharge package", description = "404 RECHARGE_PACKAGE_UNKNOWN.")
    RechargePackage one(@PathVariable long id) {
        return queries.rechargePackage(id);
    }

    @ChainWide
    @PostMapping("/hq/v1/recharge-packages")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Right.LOYALTY_RULES)
    @Idempotent
    @Operation(summary = "新建充值套餐：offer a recharge (充100送10: principalMinor 10000, bonusMinor 1000)", description = """
                    Amounts in fen; principal 1 to the chain's cap (5,000 yuan). extras: more bonus in instalments (afterDays), \
                    points, coupons, punch cards. 400 RECHARGE_TOO_LARGE.""")
    RechargePackage make(@Valid @RequestBody RechargePackageRequest body, Caller caller, HttpServletRequest http) {
        return savePackage.save(null, body.offer(), caller, Origin.of(http));
    }

    @ChainWide
    @PutMapping("/hq/v1/recharge-packages/{id}")
    @Allow(Right.LOYALTY_RULES)
    @Operation(
            summary = "修改充值套餐：change a recharge package",
            description = "Orders placed before keep what they promised.")
    RechargePackage change(
            @PathVariable long id,
            @Valid @RequestBody RechargePackageRequest body,
            Caller caller,
            HttpServletRequest http) {
        return savePackage.save(id, body.offer(), caller, Origin.of(http));
    }

    @ChainWide
    @DeleteMapping("/hq/v1/recharge-packages/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "下架充值套餐：take a recharge package off offer")
    void withdraw(@PathVariable long id, Caller caller, HttpServletRequest http) {
        RechargePackage known = queries.rechargePackage(id);
        savePackage.save(
                id,
                new RechargeOffer(known.name(), known.principalMinor(), known.bonusMinor(), false, known.extras()),
                caller,
                Origin.of(http));
    }
}
