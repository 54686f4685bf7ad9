package io.mendian.member.hold.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.hold.CheckoutContext;
import io.mendian.member.hold.HoldAssets;
import io.mendian.member.hold.HoldQueries;
import io.mendian.member.hold.HoldView;
import io.mendian.member.hold.ReleaseHold;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

// no @Idempotent here: the hold's own id, given by the caller, is the key, and it holds for ever
@RestController
class HoldController {

    private final HoldQueries queries;
    private final HoldAssets holdAssets;
    private final ReleaseHold releaseHold;
    private final MemberAccess access;

    HoldController(HoldQueries queries, HoldAssets holdAssets, ReleaseHold releaseHold, MemberAccess access) {
        this.access = access;
        this.queries = queries;
        this.holdAssets = holdAssets;
        this.releaseHold = releaseHold;
    }

    @GetMapping("/internal/v1/members/{memberKey}/checkout-context")
    @Allow
    @Operation(summary = "What a checkout needs to know of a member", description = """
                    Level price in permille (900 = 9折), points that can be spent now, stored value that no order holds (fen), \
                    paidOrders: orders paid and not fully refunded (a recharge alone is none).""")
    CheckoutContext context(@PathVariable long memberKey, Caller caller) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.context(MemberKey.of(memberKey));
    }

    @PostMapping("/internal/v1/holds")
    @Allow
    @Operation(summary = "Hold points, stored value, gift cards and card uses, all or nothing", description = """
                    The same holdId and content is the same hold. 409 NOT_ENOUGH_POINTS with left, NOT_ENOUGH_STORED_VALUE \
                    with leftMinor; GIFT_CARD_TOO_LITTLE with leftMinor, GIFT_CARD_BLOCKED, \
                    GIFT_CARD_EXPIRED, GIFT_CARD_NOT_YOURS, NO_CARD_FOR_SERVICE with line; 404 GIFT_CARD_UNKNOWN; 429 \
                    GIFT_CODE_TRIES after ten wrong codes in an hour. memberKey may be left out for gift cards alone. \
                    HOLD_DIFFERS for other content; HOLD_ENDED when it was released or has expired. Amounts in fen.""")
    HoldView hold(@Valid @RequestBody HoldRequest body) {
        return holdAssets.hold(body.toCommand());
    }

    @DeleteMapping("/internal/v1/holds/{holdId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(summary = "Release a hold", description = "204 also when it is gone.")
    void release(@PathVariable long holdId) {
        releaseHold.release(holdId);
    }
}
