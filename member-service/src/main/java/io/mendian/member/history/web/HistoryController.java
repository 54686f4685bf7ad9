package io.mendian.member.history.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.HistoryPage;
import io.mendian.member.history.HistoryQueries;
import io.mendian.member.member.MemberAccess;
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
class HistoryController {

    private final HistoryQueries queries;
    private final MemberAccess access;

    HistoryController(HistoryQueries queries, MemberAccess access) {
        this.access = access;
        this.queries = queries;
    }

    @GetMapping("/app/v1/me/orders-history")
    @Allow
    @Operation(summary = "我的消费记录：my consumption record", description = """
                    Every paid order once, a refund as a CORRECTION with negative figures; newest first; page with cursor = \
                    next. Amounts in fen, business dates in the store's zone.""")
    HistoryPage mine(
            Caller caller,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.page(caller.memberKey(), cursor, limit);
    }

    @GetMapping({"/store/v1/members/{memberKey}/orders-history", "/hq/v1/members/{memberKey}/orders-history"})
    @Allow({Right.MEMBERS_READ, Right.ORDERS_READ})
    @Operation(summary = "会员的消费记录：a member's consumption record", description = """
                    Every paid order once, a refund as a CORRECTION with negative figures; newest first; page with cursor = \
                    next. Amounts in fen.""")
    HistoryPage ofMember(
            @PathVariable long memberKey,
            Caller caller,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.page(MemberKey.of(memberKey), cursor, limit);
    }
}
