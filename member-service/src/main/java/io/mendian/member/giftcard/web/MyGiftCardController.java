package io.mendian.member.giftcard.web;

import io.mendian.member.audit.Origin;
import io.mendian.member.giftcard.BlockGiftCard;
import io.mendian.member.giftcard.ClaimGiftCard;
import io.mendian.member.giftcard.GiftCardQueries;
import io.mendian.member.giftcard.GiftCardView;
import io.mendian.member.giftcard.MadeGiftCode;
import io.mendian.member.giftcard.MakeGiftCode;
import io.mendian.member.giftcard.MoveGiftCard;
import io.mendian.member.giftcard.RenewGiftCard;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
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
class MyGiftCardController {

    private final GiftCardQueries queries;
    private final MakeGiftCode makeCode;
    private final ClaimGiftCard claim;
    private final BlockGiftCard block;
    private final MoveGiftCard move;
    private final RenewGiftCard renew;

    MyGiftCardController(
            GiftCardQueries queries,
            MakeGiftCode makeCode,
            ClaimGiftCard claim,
            BlockGiftCard block,
            MoveGiftCard move,
            RenewGiftCard renew) {
        this.queries = queries;
        this.makeCode = makeCode;
        this.claim = claim;
        this.block = block;
        this.move = move;
        this.renew = renew;
    }

    @GetMapping("/app/v1/me/gift-cards")
    @Allow
    @Operation(
            summary = "我的礼品卡：gift cards I hold or bought",
            description = "Newest first, at most 200; amounts in fen.")
    List<GiftCardView> mine(Caller caller) {
        return queries.ofMember(caller.memberKey());
    }

    @GetMapping("/app/v1/me/gift-cards/{id}/entries")
    @Allow
    @Operation(summary = "礼品卡明细：the ledger of my gift card", description = "Newest first. 404 GIFT_CARD_UNKNOWN.")
    List<GiftCardView.Entry> entries(
            @PathVariable long id,
            Caller caller,
            @RequestParam @Nullable Long cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.entries(caller.memberKey(), id, cursor, limit);
    }

    // no @Idempotent: its store would keep the secret; a repeated request makes a newer code, which is the one that
    // counts
    @PostMapping("/app/v1/me/gift-cards/{id}/code")
    @Allow
    @Operation(summary = "礼品卡卡密：make the secret code, to pay with or to send to a friend", description = """
                    Shown once; the code before ends at once. Activates the card. 409 GIFT_CARD_BLOCKED, \
                    GIFT_CARD_NOT_SENDABLE (named); 404 GIFT_CARD_UNKNOWN.""")
    MadeGiftCode code(@PathVariable long id, Caller caller) {
        return makeCode.make(caller.memberKey(), id);
    }

    @PostMapping("/app/v1/gift-cards/claim")
    @Allow
    @Idempotent
    @Operation(summary = "领取礼品卡：take over the card of this code", description = """
                    The code is used up by it. 404 GIFT_CARD_UNKNOWN; 409 GIFT_CARD_BLOCKED; 429 GIFT_CODE_TRIES after ten \
                    wrong codes in an hour.""")
    GiftCardView claim(@Valid @RequestBody GiftCodeRequest body, Caller caller) {
        return claim.claim(caller.memberKey(), body.code());
    }

    @PostMapping("/app/v1/me/gift-cards/{id}/block")
    @Allow
    @Idempotent
    @Operation(summary = "礼品卡挂失：block my gift card at once", description = "Headquarters lets it pay again.")
    GiftCardView block(
            @PathVariable long id, @Valid @RequestBody BlockRequest body, Caller caller, HttpServletRequest http) {
        return block.set(
                new BlockGiftCard.Command(id, caller.memberKey(), true, body.reason()), caller, Origin.of(http));
    }

    @PostMapping("/app/v1/me/gift-cards/{id}/move-to-stored-value")
    @Allow
    @Idempotent
    @Operation(summary = "礼品卡转入储值：move its balance, or a part, into my stored value", description = """
                    amountMinor in fen; left out: all. Principal by the share that was paid for the card, bonus the rest. \
                    409 GIFT_CARD_TOO_LITTLE with leftMinor.""")
    GiftCardView move(@PathVariable long id, @Valid @RequestBody MoveRequest body, Caller caller) {
        return move.move(caller.memberKey(), id, body.amountMinor());
    }

    @PostMapping("/app/v1/me/gift-cards/{id}/renew")
    @Allow
    @Idempotent
    @Operation(summary = "礼品卡续期：a new term, free of charge", description = "404 GIFT_CARD_UNKNOWN.")
    GiftCardView renew(@PathVariable long id, Caller caller) {
        return renew.renew(caller.memberKey(), id);
    }
}
