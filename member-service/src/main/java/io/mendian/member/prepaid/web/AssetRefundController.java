package io.mendian.member.prepaid.web;

import io.mendian.member.prepaid.AssetRefundView;
import io.mendian.member.prepaid.HoldAssetRefund;
import io.mendian.member.prepaid.PrepaidQueries;
import io.mendian.member.prepaid.ReleaseAssetRefund;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

// no @Idempotent here: the refund's own id, given by the caller, is the key, and it holds for ever
@RestController
class AssetRefundController {

    private final PrepaidQueries queries;
    private final HoldAssetRefund holdRefund;
    private final ReleaseAssetRefund releaseRefund;

    AssetRefundController(PrepaidQueries queries, HoldAssetRefund holdRefund, ReleaseAssetRefund releaseRefund) {
        this.queries = queries;
        this.holdRefund = holdRefund;
        this.releaseRefund = releaseRefund;
    }

    @PostMapping("/internal/v1/asset-refunds/quote")
    @Allow
    @Operation(summary = "What returning a recharge or card line gives back", description = """
                    paidMinor: what was paid for the line in money (fen). Explained step by step; sets nothing aside. \
                    404 PREPAID_CONTRACT_UNKNOWN.""")
    AssetRefundView quote(@Valid @RequestBody AssetRefundQuoteRequest body) {
        return queries.quote(body.orderId().value(), body.lineId(), body.cause(), body.paidMinor());
    }

    @PostMapping("/internal/v1/asset-refunds")
    @Allow
    @Operation(summary = "Set aside what the refund of a line takes back", description = """
                    The same refundId, line and content is the same refund. 409 ASSET_REFUND_CHANGED with refundMinor, \
                    ASSET_REFUND_RUNNING, ASSET_REFUNDED, ASSET_IN_USE, ASSET_TRANSFERRED, ASSET_REFUND_DIFFERS, \
                    ASSET_REFUND_ENDED; confirmed by OrderRefunded with this refundId and line.""")
    AssetRefundView hold(@Valid @RequestBody AssetRefundRequest body) {
        return holdRefund.hold(body.command());
    }

    @DeleteMapping("/internal/v1/asset-refunds/{refundId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Allow
    @Operation(summary = "Free what a refund had set aside", description = "All its lines; 204 also when it is gone.")
    void release(@PathVariable String refundId) {
        releaseRefund.release(refundId);
    }
}
