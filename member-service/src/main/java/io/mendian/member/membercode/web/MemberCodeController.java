package io.mendian.member.membercode.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.member.membercode.IssueMemberCode;
import io.mendian.member.membercode.MemberCode;
import io.mendian.member.membercode.ResolveMemberCode;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MemberCodeController {

    private static final String ERRORS =
            "Single use; the same useId (a name the caller gives to this scan) in the same store gets the same answer again. 409"
                    + " MEMBER_CODE_USED, 410 MEMBER_CODE_EXPIRED, 404 MEMBER_CODE_UNKNOWN.";

    private final IssueMemberCode issue;
    private final ResolveMemberCode resolve;

    MemberCodeController(IssueMemberCode issue, ResolveMemberCode resolve) {
        this.issue = issue;
        this.resolve = resolve;
    }

    record Scan(
            @NotBlank @Size(max = 40) String code,
            @Nullable @Size(max = 64) String useId) {}

    record ScanFor(
            @NotBlank @Size(max = 40) String code,
            @NotNull StoreId storeId,
            @Nullable @Size(max = 64) String useId) {}

    record Resolved(MemberKey memberKey) {}

    @PostMapping("/app/v1/member-code")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow
    @Operation(
            summary = "A new member code to show at the till",
            description = "18 digits, good for 60 seconds and one scan; the one before ends.")
    MemberCode issue(Caller caller) {
        return issue.issue(caller.memberKey());
    }

    @PostMapping("/store/v1/member-codes/resolve")
    @Allow(Right.MEMBERS_READ)
    @Operation(summary = "Whose member code was scanned", description = ERRORS)
    Resolved resolve(Caller caller, @Valid @RequestBody Scan body) {
        return new Resolved(resolve.resolve(body.code(), caller.requireStore(), body.useId()));
    }

    @PostMapping("/internal/v1/member-codes/resolve")
    @Allow
    @Operation(summary = "Whose member code was scanned, for other services", description = ERRORS)
    Resolved resolve(@Valid @RequestBody ScanFor body) {
        return new Resolved(resolve.resolve(body.code(), body.storeId(), body.useId()));
    }
}
