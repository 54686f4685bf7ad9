package io.mendian.member.giftcard.web;

import io.mendian.member.audit.Origin;
import io.mendian.member.giftcard.BlockGiftCard;
import io.mendian.member.giftcard.FindGiftCards;
import io.mendian.member.giftcard.GiftCardProblem;
import io.mendian.member.giftcard.GiftCardQueries;
import io.mendian.member.giftcard.GiftCardView;
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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GiftCardController {

    private final GiftCardQueries queries;
    private final FindGiftCards find;
    private final BlockGiftCard block;
    private final MemberAccess access;

    GiftCardController(GiftCardQueries queries, FindGiftCards find, BlockGiftCard block, MemberAccess access) {
        this.access = access;
        this.queries = queries;
        this.find = find;
        this.block = block;
    }

    @PostMapping("/store/v1/gift-cards/look-up")
    @Allow(Right.ORDERS_SELL)
    @Operation(summary = "查礼品卡余额：what is on the card of this code", description = """
                    In fen. 404 GIFT_CARD_UNKNOWN; 429 GIFT_CODE_TRIES after ten wrong codes in an hour.""")
    GiftCardView lookUp(@Valid @RequestBody GiftCodeRequest body, Caller caller) {
        return queries.card(find.byCode(body.code(), "staff:" + caller.subject()));
    }

    @GetMapping("/hq/v1/gift-cards/{id}")
    @Allow(Right.ASSETS_READ)
    @Operation(summary = "礼品卡：one gift card", description = "404 GIFT_CARD_UNKNOWN.")
    GiftCardView card(@PathVariable long id, Caller caller) {
        requireVisible(caller, id);
        return queries.card(id);
    }

    @GetMapping("/hq/v1/gift-cards/{id}/entries")
    @Allow(Right.ASSETS_READ)
    @Operation(summary = "礼品卡明细：the ledger of a gift card", description = "Newest first, in fen.")
    List<GiftCardView.Entry> entries(
            @PathVariable long id,
            Caller caller,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        requireVisible(caller, id);
        return queries.entries(id, cursor, limit);
    }

    @PostMapping("/hq/v1/gift-cards/{id}/block")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "冻结礼品卡：block a gift card", description = "Its balance stays. 404 GIFT_CARD_UNKNOWN.")
    GiftCardView block(
            @PathVariable long id, @Valid @RequestBody BlockRequest body, Caller caller, HttpServletRequest http) {
        requireVisible(caller, id);
        return block.set(new BlockGiftCard.Command(id, null, true, body.reason()), caller, Origin.of(http));
    }

    @PostMapping("/hq/v1/gift-cards/{id}/unblock")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(
            summary = "解冻礼品卡：let a blocked gift card pay again",
            description = "Its holder then makes a new code. 409 GIFT_CARD_NOT_BLOCKED.")
    GiftCardView unblock(
            @PathVariable long id, @Valid @RequestBody BlockRequest body, Caller caller, HttpServletRequest http) {
        requireVisible(caller, id);
        return block.set(new BlockGiftCard.Command(id, null, false, body.reason()), caller, Origin.of(http));
    }

    /** A card of a member whom the caller may not see is unknown to him. */
    private void requireVisible(Caller caller, long id) {
        if (!caller.chainWide() && !access.sees(caller, queries.holderOf(id))) {
            throw GiftCardProblem.GIFT_CARD_UNKNOWN.with();
        }
    }
}
