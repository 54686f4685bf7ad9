package io.mendian.member.wallet.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.wallet.WalletQueries;
import io.mendian.member.wallet.WalletStatement;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class WalletController {

    private final WalletQueries queries;
    private final MemberAccess access;

    WalletController(WalletQueries queries, MemberAccess access) {
        this.access = access;
        this.queries = queries;
    }

    @GetMapping("/app/v1/me/stored-value")
    @Allow
    @Operation(
            summary = "我的储值明细：my stored value",
            description = "Newest first; page with cursor = next. Amounts in fen.")
    WalletStatement mine(
            Caller caller,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.statement(caller.memberKey(), cursor, limit);
    }

    @GetMapping({"/store/v1/members/{memberKey}/stored-value", "/hq/v1/members/{memberKey}/stored-value"})
    @Allow(Right.ASSETS_READ)
    @Operation(
            summary = "会员的储值明细：a member's stored value",
            description = "Newest first; page with cursor = next. In fen.")
    WalletStatement ofMember(
            @PathVariable long memberKey,
            Caller caller,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.statement(MemberKey.of(memberKey), cursor, limit);
    }
}
