package io.mendian.member.pointsgift.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.pointsgift.EndGift;
import io.mendian.member.pointsgift.GiftQueries;
import io.mendian.member.pointsgift.GiftView;
import io.mendian.member.pointsgift.GivePoints;
import io.mendian.member.pointsgift.TakeGift;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
class GiftController {

    private static final String LAST = "9223372036854775807";

    private final GivePoints givePoints;
    private final TakeGift takeGift;
    private final EndGift endGift;
    private final GiftQueries queries;
    private final MemberAccess access;

    GiftController(
            GivePoints givePoints, TakeGift takeGift, EndGift endGift, GiftQueries queries, MemberAccess access) {
        this.givePoints = givePoints;
        this.takeGift = takeGift;
        this.endGift = endGift;
        this.queries = queries;
        this.access = access;
    }

    /** How many points, and a word with them. */
    record GiftRequest(
            @Min(1) long points, @Nullable @Size(max = 100) String message) {}

    /** The code of a gift. */
    record TakeRequest(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{20}") String code) {}

    @PostMapping("/app/v1/me/points-gifts")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow
    @Idempotent
    @Operation(summary = "赠送积分：give points away", description = """
                    Holds the points and answers the code that takes them, at most 72 hours and never longer than the points \
                    are valid. 409 NOT_ENOUGH_POINTS, GIFT_TOO_LARGE, GIFT_DAY_LIMIT with left, GIFTS_OFF.""")
    GiftView give(@Valid @RequestBody GiftRequest body, Caller caller) {
        return givePoints.give(caller.memberKey(), body.points(), body.message());
    }

    @PostMapping("/app/v1/points-gifts/take")
    @Allow
    @Idempotent
    @Operation(summary = "领取积分：take a gift", description = """
                    The first who brings the code gets the points; they expire when they would have. 404 GIFT_UNKNOWN; 409 \
                    GIFT_GONE, GIFT_TO_ONESELF, GIFT_RECEIVE_LIMIT with left.""")
    GiftView take(@Valid @RequestBody TakeRequest body, Caller caller) {
        return takeGift.take(body.code(), caller.memberKey());
    }

    @PostMapping("/app/v1/me/points-gifts/{giftId}/withdraw")
    @Allow
    @Idempotent
    @Operation(
            summary = "撤回赠送：withdraw a gift that nobody has taken",
            description = "409 GIFT_GONE when it was taken; 404.")
    GiftView withdraw(@PathVariable long giftId, Caller caller) {
        return endGift.withdraw(giftId, caller.memberKey());
    }

    @GetMapping("/app/v1/me/points-gifts")
    @Allow
    @Operation(summary = "我的积分赠送：gifts given and received", description = "Newest first; before = the last id seen.")
    List<GiftView> mine(
            Caller caller,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.ofMember(caller.memberKey(), before, limit);
    }

    @GetMapping("/hq/v1/members/{memberKey}/points-gifts")
    @Allow(Right.ASSETS_ADJUST)
    @Operation(summary = "会员的积分赠送：a member's gifts", description = "Newest first; before = the last id seen.")
    List<GiftView> ofMember(
            @PathVariable long memberKey,
            Caller caller,
            @RequestParam(defaultValue = LAST) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.withoutCodes(MemberKey.of(memberKey), before, limit);
    }
}
