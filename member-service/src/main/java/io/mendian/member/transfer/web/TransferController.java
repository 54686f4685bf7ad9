package io.mendian.member.transfer.web;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.Origin;
import io.mendian.member.member.MemberAccess;
import io.mendian.member.transfer.CancelTransfer;
import io.mendian.member.transfer.MakeTransferCode;
import io.mendian.member.transfer.OfferTransfer;
import io.mendian.member.transfer.TakeTransfer;
import io.mendian.member.transfer.TransferByHeadquarters;
import io.mendian.member.transfer.TransferQueries;
import io.mendian.member.transfer.TransferView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
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
class TransferController {

    private final TransferQueries queries;
    private final OfferTransfer offer;
    private final MakeTransferCode makeCode;
    private final TakeTransfer take;
    private final CancelTransfer cancel;
    private final TransferByHeadquarters byHeadquarters;
    private final MemberAccess access;

    TransferController(
            TransferQueries queries,
            OfferTransfer offer,
            MakeTransferCode makeCode,
            TakeTransfer take,
            CancelTransfer cancel,
            TransferByHeadquarters byHeadquarters,
            MemberAccess access) {
        this.queries = queries;
        this.offer = offer;
        this.makeCode = makeCode;
        this.take = take;
        this.cancel = cancel;
        this.byHeadquarters = byHeadquarters;
        this.access = access;
    }

    @GetMapping("/app/v1/me/transfers")
    @Allow
    @Operation(summary = "我的转让：what I gave and took", description = "Newest first, at most 200; amounts in fen.")
    List<TransferView> mine(Caller caller) {
        return queries.ofMember(caller.memberKey());
    }

    @PostMapping("/app/v1/me/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow
    @Idempotent
    @Operation(summary = "转让储值或卡：offer stored value or a card to somebody", description = """
                    amountMinor (fen) or cardId; set aside for 24 hours with the chain's fee. 409 NOT_ENOUGH_STORED_VALUE, \
                    STORED_VALUE_FROZEN, CARD_IN_USE; 404 CARD_UNKNOWN.""")
    TransferView offer(@Valid @RequestBody TransferRequest body, Caller caller) {
        return offer.offer(caller.memberKey(), body.wish());
    }

    // no @Idempotent: its store would keep the secret; a repeated request makes a newer code, which is the one that
    // counts
    @PostMapping("/app/v1/me/transfers/{id}/code")
    @Allow
    @Operation(
            summary = "转让码：the code to tell the other",
            description = "Shown once; the one before ends. 404 TRANSFER_UNKNOWN.")
    TransferView.Code code(@PathVariable long id, Caller caller) {
        return makeCode.make(caller.memberKey(), id);
    }

    @PostMapping("/app/v1/transfers/take")
    @Allow
    @Idempotent
    @Operation(summary = "接受转让：take what was offered", description = """
                    404 TRANSFER_UNKNOWN; 409 TRANSFER_TO_ONESELF; 429 TRANSFER_CODE_TRIES after ten wrong codes in an hour.""")
    TransferView take(@Valid @RequestBody TransferCodeRequest body, Caller caller) {
        return take.take(caller.memberKey(), body.code());
    }

    @PostMapping("/app/v1/me/transfers/{id}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Idempotent
    @Operation(summary = "撤回转让：take my offer back", description = "404 TRANSFER_UNKNOWN; 409 TRANSFER_ENDED.")
    void cancel(@PathVariable long id, Caller caller) {
        cancel.cancel(caller.memberKey(), id);
    }

    @PostMapping("/hq/v1/members/{memberKey}/transfers")
    @ResponseStatus(HttpStatus.CREATED)
    @Allow(Right.ASSETS_ADJUST)
    @Idempotent
    @Operation(summary = "总部转让：pass stored value or a card to another member", description = """
                    amountMinor (fen) or cardId, with a reason; at once, the fee is the giver's. Audited.""")
    TransferView byHeadquarters(
            @PathVariable long memberKey,
            @Valid @RequestBody TransferByHeadquartersRequest body,
            Caller caller,
            HttpServletRequest http) {
        access.requireVisible(caller, MemberKey.of(memberKey));
        access.requireVisible(caller, body.toMemberKey());
        return byHeadquarters.transfer(
                MemberKey.of(memberKey), body.toMemberKey(), body.wish(), body.reason(), caller, Origin.of(http));
    }
}
