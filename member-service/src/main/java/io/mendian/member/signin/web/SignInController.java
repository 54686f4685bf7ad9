package io.mendian.member.signin.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.signin.HandOverVoucher;
import io.mendian.member.signin.SetSignInRule;
import io.mendian.member.signin.SignInCalendar;
import io.mendian.member.signin.SignInQueries;
import io.mendian.member.signin.SignInRule;
import io.mendian.member.signin.SignInToday;
import io.mendian.member.signin.SignInView;
import io.mendian.member.signin.VoucherView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SignInController {

    private static final String LAST = "9223372036854775807";

    private final SignInToday signInToday;
    private final SignInQueries queries;
    private final SetSignInRule setSignInRule;
    private final HandOverVoucher handOverVoucher;
    private final MemberAccess access;

    SignInController(
            SignInToday signInToday,
            SignInQueries queries,
            SetSignInRule setSignInRule,
            HandOverVoucher handOverVoucher,
            MemberAccess access) {
        this.signInToday = signInToday;
        this.queries = queries;
        this.setSignInRule = setSignInRule;
        this.handOverVoucher = handOverVoucher;
        this.access = access;
    }

    @PostMapping("/app/v1/me/sign-ins")
    @Allow
    @Idempotent
    @Operation(summary = "每日签到：sign in for today", description = """
                    Once per local day of the chain, whatever the number of taps: already says that today's was there. \
                    gift is what a whole streak yielded. 409 PHONE_NEEDED.""")
    SignInView signIn(Caller caller) {
        return signInToday.signIn(caller.memberKey());
    }

    @GetMapping("/app/v1/me/sign-ins")
    @Allow
    @Operation(
            summary = "签到日历：a month of my sign-ins",
            description = "month such as 2026-11; the running one if left out.")
    SignInCalendar calendar(Caller caller, @RequestParam @Nullable YearMonth month) {
        return queries.calendar(caller.memberKey(), month);
    }

    @GetMapping("/app/v1/me/pickup-vouchers")
    @Allow
    @Operation(summary = "我的领取券：my pickup vouchers", description = "Newest first; page with before = the last id seen.")
    List<VoucherView> vouchers(
            Caller caller,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.vouchers(caller.memberKey(), before, limit);
    }

    @GetMapping({"/store/v1/members/{memberKey}/pickup-vouchers", "/hq/v1/members/{memberKey}/pickup-vouchers"})
    @Allow(Right.ASSETS_READ)
    @Operation(
            summary = "会员的领取券：a member's pickup vouchers",
            description = "Codes are masked. Newest first; before = the last id seen.")
    List<VoucherView> vouchersOfMember(
            @PathVariable long memberKey,
            Caller caller,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.maskedVouchers(MemberKey.of(memberKey), before, limit);
    }

    @PostMapping("/store/v1/pickup-vouchers/hand-over")
    @Allow(Right.ORDERS_SELL)
    @Idempotent
    @Operation(summary = "核销领取券：hand over what a voucher names", description = """
                    Once. 404 VOUCHER_UNKNOWN, 409 VOUCHER_USED, 410 VOUCHER_EXPIRED.""")
    VoucherView handOver(@Valid @RequestBody HandOverRequest body, Caller caller) {
        return handOverVoucher.handOver(body.code(), caller);
    }

    @GetMapping("/hq/v1/sign-in-rule")
    @Allow({Right.LOYALTY_RULES, Right.MEMBERS_READ})
    @Operation(summary = "签到规则：the sign-in rule in force")
    SignInRule rule() {
        return queries.rule();
    }

    @ChainWide
    @PutMapping("/hq/v1/sign-in-rule")
    @Allow(Right.LOYALTY_RULES)
    @Operation(summary = "设置签到规则：set the sign-in rule", description = """
                    pointsPerDay 0 to 10000; streakDays 2 to 365 (7); giftKind NONE, POINTS (giftPoints), COUPON \
                    (giftTemplateId) or VOUCHER (giftTitle, voucherDays). 400 SIGN_IN_RULE_INVALID names the field.""")
    SignInRule set(@Valid @RequestBody SignInRuleRequest body, Caller caller, HttpServletRequest http) {
        return setSignInRule.set(body.toRule(), caller, Origin.of(http));
    }
}
