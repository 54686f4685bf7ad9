package io.mendian.order.refund.client;

import io.mendian.kernel.OrderId;
import io.mendian.order.refund.AssetFormula;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What refunds ask of member-service for cards and recharges: the amount by the law, and to freeze what goes away. */
@FeignClient(name = "member-service", contextId = "refund-assets", primary = false)
public interface AssetRefundClient {

    /** A sold card or recharge; {@code paidMinor} is what was paid for the pieces that come back. */
    record QuoteRequest(OrderId orderId, String lineId, String kind, String cause, long paidMinor) {}

    /** The same, to be frozen under the refund's id. */
    record FreezeRequest(
            String refundId,
            OrderId orderId,
            String lineId,
            String kind,
            String cause,
            long paidMinor,
            long expectedRefundMinor) {}

    @PostMapping("/internal/v1/asset-refunds/quote")
    AssetFormula quote(@RequestBody QuoteRequest request);

    @PostMapping("/internal/v1/asset-refunds")
    AssetFormula freeze(@RequestBody FreezeRequest request);

    @DeleteMapping("/internal/v1/asset-refunds/{refundId}")
    void free(@PathVariable("refundId") String refundId);
}
