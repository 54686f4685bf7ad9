package io.mendian.member.adjustment.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.adjustment.AdjustmentQueries;
import io.mendian.member.adjustment.AdjustmentView;
import io.mendian.member.adjustment.DecideAdjustment;
import io.mendian.member.adjustment.RequestAdjustment;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.MemberAccess;
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
class AdjustmentController {

    private final RequestAdjustment requestAdjustment;
    private final DecideAdjustment decideAdjustment;
    private final AdjustmentQueries queries;
    private final MemberAccess access;

    AdjustmentController(
            RequestAdjustment requestAdjustment,
            DecideAdjustment decideAdjustment,
            AdjustmentQueries queries,
            MemberAccess access) {
        this.requestAdjustment = requestAdjustment;
        this.decideAdjustment = decideAdjustment;
        this.queries = queries;
        this.access = access;
    }

    /** Points to give, or to take when below 0, and why. */
    record AdjustmentRequest(
            @Min(-10_000_000) @Max(10_000_000) long points,
            @NotBlank @Size(max = 200) String reason) {}

    @PostMapping("/hq/v1/members/{memberKey}/points-adjustments")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "申请调整积分：ask for points to be given or taken", description = """
                    Nothing moves until another person approves. points above 0 gives, below 0 takes. 400 \
                    ADJUSTMENT_MOVES_NOTHING.""")
    AdjustmentView request(
            @PathVariable long memberKey,
            @Valid @RequestBody AdjustmentRequest body,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return requestAdjustment.request(
                MemberKey.of(memberKey), body.points(), body.reason(), caller, Origin.of(http));
    }

    @GetMapping("/hq/v1/points-adjustments")
    @Allow(Right.ASSETS_ADJUST)
    @Operation(summary = "积分调整列表：adjustments, newest first", description = """
                    status OPEN, APPLIED or REJECTED; all if left out. Page with before = the last id seen.""")
    List<AdjustmentView> list(
            Caller caller,
            @RequestParam @Nullable @Pattern(regexp = "OPEN|APPLIED|REJECTED") String status,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.list(status, before, limit, caller);
    }

    @PostMapping("/hq/v1/points-adjustments/{id}/approve")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "批准积分调整：approve an adjustment", description = """
                    By another person than the one who asked: 409 SECOND_PERSON_NEEDED. 409 ADJUSTMENT_DECIDED, \
                    NOT_ENOUGH_POINTS with left; 404.""")
    AdjustmentView approve(@PathVariable long id, Caller caller, HttpServletRequest http) {
        AdjustmentView asked = queries.require(id, caller);
        return decideAdjustment.decide(Long.parseLong(asked.adjustmentId()), true, null, caller, Origin.of(http));
    }

    @PostMapping("/hq/v1/points-adjustments/{id}/reject")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(
            summary = "驳回积分调整：reject an adjustment",
            description = "409 SECOND_PERSON_NEEDED, ADJUSTMENT_DECIDED; 404.")
    AdjustmentView reject(
            @PathVariable long id, @Valid @RequestBody RejectRequest body, Caller caller, HttpServletRequest http) {
        AdjustmentView asked = queries.require(id, caller);
        return decideAdjustment.decide(
                Long.parseLong(asked.adjustmentId()), false, body.reason(), caller, Origin.of(http));
    }
}
