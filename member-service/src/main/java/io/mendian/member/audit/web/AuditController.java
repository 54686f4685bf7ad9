package io.mendian.member.audit.web;

import io.mendian.member.audit.AuditQueries;
import io.mendian.member.audit.AuditView;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController {

    private final AuditQueries audit;

    AuditController(AuditQueries audit) {
        this.audit = audit;
    }

    @GetMapping("/hq/v1/audit")
    @Allow(Right.AUDIT_READ)
    @Operation(
            summary = "The trace of privileged work, newest first",
            description =
                    "`subject` such as `store:7`, `staff:9`, `member:3`; `actor` such as `HQ:1`. `before` is the position to go on from. At most 200.")
    List<AuditView> latest(
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return audit.latest(subject, actor, before, limit);
    }

    @GetMapping("/hq/v1/audit/verification")
    @Allow(Right.AUDIT_READ)
    @Operation(
            summary = "Walks the whole audit chain",
            description = "`broken` lists the first rows that were changed, added or taken out; empty when whole.")
    AuditQueries.Verification verify() {
        return audit.verify();
    }
}
