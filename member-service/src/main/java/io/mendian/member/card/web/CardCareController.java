package io.mendian.member.card.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.card.CardView;
import io.mendian.member.card.ExtendCard;
import io.mendian.member.card.ReissueCard;
import io.mendian.member.card.ReportCardLoss;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CardCareController {

    private final ReportCardLoss reportLoss;
    private final ReissueCard reissue;
    private final ExtendCard extend;
    private final MemberAccess access;

    CardCareController(ReportCardLoss reportLoss, ReissueCard reissue, ExtendCard extend, MemberAccess access) {
        this.reportLoss = reportLoss;
        this.reissue = reissue;
        this.extend = extend;
        this.access = access;
    }

    @PostMapping("/app/v1/me/cards/{cardId}/report-loss")
    @Allow
    @Idempotent
    @Operation(summary = "卡挂失：my card pays for nothing from now on", description = """
                    Headquarters issues it anew. 404 CARD_UNKNOWN; 409 CARD_IN_USE.""")
    CardView reportLoss(
            @PathVariable long cardId,
            @Valid @RequestBody CardReasonRequest body,
            Caller caller,
            HttpServletRequest http) {
        return reportLoss.report(caller.memberKey(), cardId, body.reason(), caller, Origin.of(http));
    }

    @PostMapping({
        "/store/v1/members/{memberKey}/cards/{cardId}/report-loss",
        "/hq/v1/members/{memberKey}/cards/{cardId}/report-loss"
    })
    @Allow(Right.MEMBERS_WRITE)
    @Idempotent
    @Operation(summary = "代客卡挂失：report a member's card as lost for him", description = "409 CARD_IN_USE. Audited.")
    CardView reportLossFor(
            @PathVariable long memberKey,
            @PathVariable long cardId,
            @Valid @RequestBody CardReasonRequest body,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return reportLoss.report(MemberKey.of(memberKey), cardId, body.reason(), caller, Origin.of(http));
    }

    @PostMapping("/hq/v1/members/{memberKey}/cards/{cardId}/reissue")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "补卡：issue a lost card anew", description = """
                    The new card takes over what is left, its uses and its period; the old one is closed. 409 CARD_NOT_LOST.""")
    CardView reissue(@PathVariable long memberKey, @PathVariable long cardId, Caller caller, HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return reissue.reissue(MemberKey.of(memberKey), cardId, caller, Origin.of(http));
    }

    @PostMapping("/hq/v1/members/{memberKey}/cards/{cardId}/extend")
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "延期：move the end of a card out", description = "1 to 366 days. 409 CARD_WITHOUT_END. Audited.")
    CardView extend(
            @PathVariable long memberKey,
            @PathVariable long cardId,
            @Valid @RequestBody ExtendCardRequest body,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        return extend.extend(MemberKey.of(memberKey), cardId, body.days(), body.reason(), caller, Origin.of(http));
    }
}
