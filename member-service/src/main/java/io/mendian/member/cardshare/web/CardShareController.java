package io.mendian.member.cardshare.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.cardshare.AcceptCardShare;
import io.mendian.member.cardshare.CardShareQueries;
import io.mendian.member.cardshare.CardShareView;
import io.mendian.member.cardshare.InviteToCard;
import io.mendian.member.cardshare.LeaveCardShare;
import io.mendian.member.cardshare.SharedCardView;
import io.mendian.member.cardshare.WithdrawCardShare;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CardShareController {

    private final CardShareQueries queries;
    private final InviteToCard invite;
    private final AcceptCardShare accept;
    private final WithdrawCardShare withdraw;
    private final LeaveCardShare leave;
    private final MemberAccess access;

    CardShareController(
            CardShareQueries queries,
            InviteToCard invite,
            AcceptCardShare accept,
            WithdrawCardShare withdraw,
            LeaveCardShare leave,
            MemberAccess access) {
        this.queries = queries;
        this.invite = invite;
        this.accept = accept;
        this.withdraw = withdraw;
        this.leave = leave;
        this.access = access;
    }

    @GetMapping("/app/v1/me/cards/{cardId}/shares")
    @Allow
    @Operation(
            summary = "我的卡与谁共享：with whom I share this card",
            description = "Newest first, ended ones too, at most 200. 404 CARD_UNKNOWN.")
    List<CardShareView> ofMine(@PathVariable long cardId, Caller caller) {
        return queries.ofCard(caller.memberKey(), cardId);
    }

    @GetMapping({
        "/store/v1/members/{memberKey}/cards/{cardId}/shares",
        "/hq/v1/members/{memberKey}/cards/{cardId}/shares"
    })
    @Allow(Right.ASSETS_READ)
    @Operation(
            summary = "会员的卡与谁共享：with whom a member shares a card",
            description = "Newest first, ended ones too, at most 200. 404 CARD_UNKNOWN.")
    List<CardShareView> ofMember(@PathVariable long memberKey, @PathVariable long cardId, Caller caller) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return queries.ofCard(MemberKey.of(memberKey), cardId);
    }

    @PostMapping("/app/v1/me/cards/{cardId}/shares")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow
    @Idempotent
    @Operation(summary = "与家人共享：invite somebody to use my card", description = """
                    memberCode (the code on his phone) or phone; he confirms within 7 days, until then he takes nothing. The \
                    answer does not tell whether the number is a member's. 404 CARD_UNKNOWN, MEMBER_CODE_UNKNOWN; 409 \
                    CARD_SHARE_FULL with most, CARD_SHARE_ALREADY, CARD_SHARE_WITH_ONESELF, CARD_IN_USE while the card is lost, \
                    refunded or passed on; 429 CARD_SHARE_TRIES after 30 invitations in a day.""")
    CardShareView invite(@PathVariable long cardId, @Valid @RequestBody InvitationRequest body, Caller caller) {
        return invite.invite(caller.memberKey(), cardId, body.wish());
    }

    @PostMapping("/app/v1/me/cards/{cardId}/shares/{shareId}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Idempotent
    @Operation(summary = "停止共享：end a share at once", description = """
                    What a checkout has set aside before may still be taken by that order. 204 also the second time; 404 \
                    CARD_SHARE_UNKNOWN.""")
    void withdraw(@PathVariable long cardId, @PathVariable long shareId, Caller caller) {
        withdraw.withdraw(caller.memberKey(), cardId, shareId);
    }

    @GetMapping("/app/v1/me/shared-cards")
    @Allow
    @Operation(
            summary = "共享给我的卡：cards that others share with me",
            description = "Invitations that I may confirm, and cards that I use; newest first, at most 200.")
    List<SharedCardView> withMe(Caller caller) {
        return queries.with(caller.memberKey());
    }

    @PostMapping("/app/v1/me/shared-cards/{shareId}/accept")
    @Allow
    @Idempotent
    @Operation(
            summary = "接受共享：confirm an invitation",
            description = "404 CARD_SHARE_UNKNOWN; 409 CARD_SHARE_OVER, CARD_SHARE_ALREADY.")
    SharedCardView accept(@PathVariable long shareId, Caller caller) {
        return accept.accept(caller.memberKey(), shareId);
    }

    @PostMapping("/app/v1/me/shared-cards/{shareId}/leave")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Idempotent
    @Operation(
            summary = "拒绝或退出共享：decline an invitation, or give the card up",
            description = "204 also the second time; 404 CARD_SHARE_UNKNOWN.")
    void leave(@PathVariable long shareId, Caller caller) {
        leave.leave(caller.memberKey(), shareId);
    }
}
