package io.mendian.member.card.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.card.CardQueries;
import io.mendian.member.card.CardUseEntry;
import io.mendian.member.card.CardUseView;
import io.mendian.member.card.CardView;
import io.mendian.member.card.FreezeCard;
import io.mendian.member.card.GiveUseBack;
import io.mendian.member.card.UseCard;
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
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CardController {

    private final CardQueries queries;
    private final UseCard useCard;
    private final GiveUseBack giveUseBack;
    private final FreezeCard freezeCard;
    private final MemberAccess access;

    CardController(
            CardQueries queries, UseCard useCard, GiveUseBack giveUseBack, FreezeCard freezeCard, MemberAccess access) {
        this.access = access;
        this.queries = queries;
        this.useCard = useCard;
        this.giveUseBack = giveUseBack;
        this.freezeCard = freezeCard;
    }

    @GetMapping("/app/v1/me/cards")
    @Allow
    @Operation(summary = "我的卡：my punch and period cards", description = "Newest first, at most 200.")
    List<CardView> mine(Caller caller) {
        return queries.ofMember(caller.memberKey());
    }

    @GetMapping("/app/v1/me/cards/{cardId}/uses")
    @Allow
    @Operation(summary = "我的用卡记录：uses of my card", description = "Newest first. 404 CARD_UNKNOWN.")
    List<CardUseEntry> myUses(
            @PathVariable long cardId, Caller caller, @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return queries.uses(caller.memberKey(), cardId, limit);
    }

    @GetMapping({"/store/v1/members/{memberKey}/cards", "/hq/v1/members/{memberKey}/cards"})
    @Allow(Right.ASSETS_READ)
    @Operation(summary = "会员的卡：a member's cards", description = "Newest first, at most 200.")
    List<CardView> ofMember(@PathVariable long memberKey, Caller caller) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.ofMember(MemberKey.of(memberKey));
    }

    @GetMapping({"/store/v1/members/{memberKey}/cards/{cardId}/uses", "/hq/v1/members/{memberKey}/cards/{cardId}/uses"})
    @Allow(Right.ASSETS_READ)
    @Operation(summary = "用卡记录：who used a card, where and when", description = "Newest first. 404 CARD_UNKNOWN.")
    List<CardUseEntry> uses(
            @PathVariable long memberKey,
            @PathVariable long cardId,
            Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.uses(MemberKey.of(memberKey), cardId, limit);
    }

    @PostMapping("/hq/v1/members/{memberKey}/cards/{cardId}/freeze")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(
            summary = "停卡：freeze a period card",
            description = "It pays for nothing until it is resumed. 409 CARD_NOT_FREEZABLE.")
    CardView freeze(@PathVariable long memberKey, @PathVariable long cardId, Caller caller, HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return freezeCard.set(MemberKey.of(memberKey), cardId, true, caller, Origin.of(http));
    }

    @PostMapping("/hq/v1/members/{memberKey}/cards/{cardId}/resume")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(
            summary = "复卡：let a frozen card run on",
            description = "Its end moves out by the frozen time. 409 CARD_NOT_FROZEN.")
    CardView resume(@PathVariable long memberKey, @PathVariable long cardId, Caller caller, HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return freezeCard.set(MemberKey.of(memberKey), cardId, false, caller, Origin.of(http));
    }

    // no @Idempotent: the use's own id, given by the caller, is the key, and it holds for ever
    @PostMapping("/internal/v1/cards/use")
    @Allow
    @Operation(summary = "Take one use from a card", description = """
                    Without cardId the platform chooses: period cards first, then the punch card that ends first. The same \
                    useId is the same use. 409 NO_CARD_FOR_SERVICE, CARD_USE_DIFFERS, CARD_USE_GIVEN_BACK.""")
    CardUseView use(@Valid @RequestBody UseCardRequest body) {
        return useCard.use(body.toCommand());
    }

    @DeleteMapping("/internal/v1/cards/use/{useId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(summary = "Give a use back", description = "Once; 204 also when it was given back or never was.")
    void giveBack(@PathVariable String useId) {
        giveUseBack.giveBack(useId);
    }
}
