package io.mendian.member.adjustment.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.adjustment.DecideWalletAdjustment;
import io.mendian.member.adjustment.RequestWalletAdjustment;
import io.mendian.member.adjustment.WalletAdjustmentQueries;
import io.mendian.member.adjustment.WalletAdjustmentView;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.wallet.StoredValue;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WalletAdjustmentController {

    private final RequestWalletAdjustment request;
    private final DecideWalletAdjustment decide;
    private final WalletAdjustmentQueries queries;
    private final MemberAccess access;

    WalletAdjustmentController(
            RequestWalletAdjustment request,
            DecideWalletAdjustment decide,
            WalletAdjustmentQueries queries,
            MemberAccess access) {
        this.request = request;
        this.decide = decide;
        this.queries = queries;
        this.access = access;
    }

    /** Amounts to give, or to take when below 0, and why. */
    record WalletAdjustmentRequest(
            @Min(-10_000_000) @Max(10_000_000) long principalMinor,
            @Min(-10_000_000) @Max(10_000_000) long bonusMinor,
            @NotBlank @Size(max = 200) String reason) {}

    @PostMapping("/hq/v1/members/{memberKey}/stored-value-adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "申请调整储值：ask for stored value to be given or taken", description = """
                    Nothing moves until another person approves. principalMinor and bonusMinor in the smallest currency \
                    unit, above 0 gives, below 0 takes. 400 WALLET_ADJUSTMENT_MOVES_NOTHING.""")
    WalletAdjustmentView request(
            @PathVariable long memberKey,
            @Valid @RequestBody WalletAdjustmentRequest body,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        StoredValue delta = new StoredValue(body.principalMinor(), body.bonusMinor());
        return request.request(MemberKey.of(memberKey), delta, body.reason(), caller, Origin.of(http));
    }

    @GetMapping("/hq/v1/stored-value-adjustments")
    @Allow(Right.ASSETS_ADJUST)
    @Operation(summary = "储值调整列表：adjustments of stored value, newest first", description = """
                    status OPEN, APPLIED or REJECTED; all if left out. Page with before = the last id seen.""")
    List<WalletAdjustmentView> list(
            Caller caller,
            @RequestParam @Nullable @Pattern(regexp = "OPEN|APPLIED|REJECTED") String status,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.list(status, before, limit, caller);
    }

    @PostMapping("/hq/v1/stored-value-adjustments/{id}/approve")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "批准储值调整：approve an adjustment of stored value", description = """
                    By another person than the one who asked: 409 SECOND_PERSON_NEEDED. Above the limit for one member in 24 \
                    hours (setting, 500.00) the right LOYALTY_RULES is needed too: 409 ADJUSTMENT_ABOVE_LIMIT with limitMinor, \
                    movedMinor, asksMinor. 409 ADJUSTMENT_DECIDED, ADJUSTMENT_TAKES_TOO_MUCH with what is free; 404.""")
    WalletAdjustmentView approve(@PathVariable long id, Caller caller, HttpServletRequest http) {
        WalletAdjustmentView asked = queries.require(id, caller);
        return decide.decide(Long.parseLong(asked.adjustmentId()), true, null, caller, Origin.of(http));
    }

    @PostMapping("/hq/v1/stored-value-adjustments/{id}/reject")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(
            summary = "驳回储值调整：reject an adjustment of stored value",
            description = "409 SECOND_PERSON_NEEDED, ADJUSTMENT_DECIDED; 404.")
    WalletAdjustmentView reject(
            @PathVariable long id, @Valid @RequestBody RejectRequest body, Caller caller, HttpServletRequest http) {
        WalletAdjustmentView asked = queries.require(id, caller);
        return decide.decide(Long.parseLong(asked.adjustmentId()), false, body.reason(), caller, Origin.of(http));
    }
}
