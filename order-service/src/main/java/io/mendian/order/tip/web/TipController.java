package io.mendian.order.tip.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.web.TipRequest;
import io.mendian.order.tip.GiveTipBack;
import io.mendian.order.tip.TakeTip;
import io.mendian.order.tip.TipsView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tips of this store's orders. */
@RestController
@RequestMapping("/store/v1/orders/{id}/tips")
class TipController {

    private final TakeTip takeTip;
    private final GiveTipBack giveTipBack;

    TipController(TakeTip takeTip, GiveTipBack giveTipBack) {
        this.takeTip = takeTip;
        this.giveTipBack = giveTipBack;
    }

    @Operation(
            summary = "Take a tip for a paid order",
            description =
                    "amountMinor in fen, by CASH or BOOKED (with a label), for the clerk or staffId; before the shift in which the"
                            + " order was paid is counted. No revenue, points or level. Errors: 409 TIP_NOT_NOW, TIP_TOO_LATE, TIP_DAY_OVER, 400"
                            + " TIP_MEANS")
    @PostMapping
    @Idempotent
    @Allow(Right.ORDERS_SELL)
    TipsView take(
            @PathVariable long id,
            @Valid @RequestBody TipRequest request,
            Caller caller,
            @RequestHeader("Idempotency-Key") String key) {
        String reference = "TIP-" + UUID.nameUUIDFromBytes((caller.subject() + key).getBytes(StandardCharsets.UTF_8));
        return takeTip.take(OrderId.of(id), request.left(reference, caller.staffId()), caller);
    }

    @Operation(
            summary = "Give the tips of a wholly refunded order back",
            description =
                    "The way they came: cash out of the open shift's drawer, booked ones outside. Errors: 409 TIP_STAYS,"
                            + " NO_TIP")
    @PostMapping("/return")
    @Idempotent
    @Allow(Right.ORDERS_REFUND)
    TipsView giveBack(@PathVariable long id, Caller caller) {
        return giveTipBack.giveBack(OrderId.of(id), caller);
    }
}
