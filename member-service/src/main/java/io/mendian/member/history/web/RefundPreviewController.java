package io.mendian.member.history.web;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.member.history.PreviewRefund;
import io.mendian.member.history.RefundEffects;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RefundPreviewController {

    private final PreviewRefund previewRefund;

    RefundPreviewController(PreviewRefund previewRefund) {
        this.previewRefund = previewRefund;
    }

    @PostMapping("/internal/v1/refund-previews")
    @Allow
    @Operation(summary = "What a refund would do to its member's assets", description = """
                    The body is the refund as it would be told (order.refunded.v1). Points taken back and owed, lots that come \
                    back with their expiry, the level then, stored value in fen. Changes nothing. 409 ORDER_NOT_KNOWN_YET.""")
    RefundEffects preview(@RequestBody OrderRefunded refund) {
        return previewRefund.preview(refund);
    }
}
