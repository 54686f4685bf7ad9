package io.mendian.order.refund.web;

import io.mendian.order.refund.RefundQueries;
import io.mendian.order.refund.RefundStatus;
import io.mendian.order.refund.RefundView;
import io.mendian.order.refund.RetryRefund;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refunds as headquarters sees them, above all the failed ones. */
@RestController
@RequestMapping("/hq/v1/refunds")
class HqRefundController {

    private final RefundQueries refunds;
    private final RetryRefund retryRefund;

    HqRefundController(RefundQueries refunds, RetryRefund retryRefund) {
        this.refunds = refunds;
        this.retryRefund = retryRefund;
    }

    @Operation(
            summary = "Refunds, newest first",
            description =
                    "status FAILED lists those a provider refused; before: the last refundId of the page seen; limit"
                            + " 1 to 200")
    @GetMapping
    @Allow(Right.ORDERS_READ)
    List<RefundView> list(
            Caller caller,
            @RequestParam @Nullable RefundStatus status,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return refunds.page(status, before, limit, caller);
    }

    @Operation(
            summary = "Try a failed refund again",
            description = "Under its old number, so that nothing goes back twice. Errors: 409 REFUND_NOT_FAILED")
    @PostMapping("/{id}/retry")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND)
    RefundView retry(@PathVariable long id, Caller caller, OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        return retryRefund.retry(Long.parseLong(refund.refundId()));
    }
}
