package io.mendian.member.wallet.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.wallet.ExportStoredValue;
import io.mendian.member.wallet.FreezeStoredValue;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LossReportController {

    private final FreezeStoredValue freeze;
    private final ExportStoredValue export;
    private final MemberAccess access;

    LossReportController(FreezeStoredValue freeze, ExportStoredValue export, MemberAccess access) {
        this.freeze = freeze;
        this.export = export;
        this.access = access;
    }

    @PostMapping("/app/v1/me/stored-value/report-loss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Idempotent
    @Operation(summary = "储值挂失：my stored value pays for nothing from now on", description = "Headquarters lifts it.")
    void reportLoss(@Valid @RequestBody LossReportRequest body, Caller caller, HttpServletRequest http) {
        freeze.set(caller.memberKey(), true, body.reason(), caller, Origin.of(http));
    }

    @PostMapping({
        "/store/v1/members/{memberKey}/stored-value/report-loss",
        "/hq/v1/members/{memberKey}/stored-value/report-loss"
    })
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.MEMBERS_WRITE)
    @Idempotent
    @Operation(summary = "代客挂失：freeze a member's stored value for him", description = "At once; audited.")
    void reportLossFor(
            @PathVariable long memberKey,
            @Valid @RequestBody LossReportRequest body,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        freeze.set(MemberKey.of(memberKey), true, body.reason(), caller, Origin.of(http));
    }

    @PostMapping("/hq/v1/members/{memberKey}/stored-value/lift-loss")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "解除挂失：a member's stored value may be spent again", description = "Audited.")
    void liftLoss(
            @PathVariable long memberKey,
            @Valid @RequestBody LossReportRequest body,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        freeze.set(MemberKey.of(memberKey), false, body.reason(), caller, Origin.of(http));
    }

    @GetMapping(value = "/app/v1/me/stored-value/export", produces = "text/csv;charset=UTF-8")
    @Allow
    @Operation(summary = "导出储值明细：my stored value statement as CSV", description = """
                    Days from and to included, in the chain's zone; oldest first, with cause and reference; at most 10000 \
                    postings (409 EXPORT_TOO_LARGE). Amounts in fen.""")
    String export(@RequestParam LocalDate from, @RequestParam LocalDate to, Caller caller) {
        return export.csv(caller.memberKey(), from, to);
    }
}
