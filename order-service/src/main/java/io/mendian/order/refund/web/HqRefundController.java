package io.mendian.order.refund.web;

import io.mendian.order.refund.ChangeWay;
import io.mendian.order.refund.RefundQueries;
import io.mendian.order.refund.RefundStatus;
import io.mendian.order.refund.RefundView;
import io.mendian.order.refund.RefundWay;
import io.mendian.order.refund.RetryRefund;
import io.mendian.order.refund.WayChoice;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Refunds as headquarters sees them, above all the failed and the overdue ones. */
@RestController
@RequestMapping("/hq/v1/refunds")
class HqRefundController {

    private final RefundQueries refunds;
    private final RetryRefund retryRefund;
    private final ChangeWay changeWay;

    HqRefundController(RefundQueries refunds, RetryRefund retryRefund, ChangeWay changeWay) {
        this.refunds = refunds;
        this.retryRefund = retryRefund;
        this.changeWay = changeWay;
    }

    record OtherWayBody(
            @NotNull @Pattern(regexp = "CASH|STORED_VALUE|BANK")
            String way,

            @Size(max = 64) @Nullable String reference) {}

    @Operation(
            summary = "Refunds, newest first",
            description =
                    "status FAILED lists those a provider refused, with the reason in their parts; overdue: members' requests"
                            + " that wait longer than the setting says; before: the last refundId of the page seen; limit 1 to 200")
    @GetMapping
    @Allow(Right.ORDERS_READ)
    List<RefundView> list(
            Caller caller,
            @RequestParam @Nullable RefundStatus status,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return refunds.page(new RefundQueries.Filter(status, overdue, before, limit), caller);
    }

    @Operation(
            summary = "How long members waited for a decision",
            description =
                    "Of requests made from (included) until (not included): decided, average and longest in seconds,"
                            + " still open, and how many were ever overdue")
    @GetMapping("/decision-times")
    @Allow(Right.ORDERS_READ)
    RefundQueries.DecisionTimes decisionTimes(Caller caller, @RequestParam Instant from, @RequestParam Instant until) {
        return refunds.decisionTimes(from, until, caller);
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

    @Operation(
            summary = "Ask to send a failed part another way",
            description =
                    "CASH, STORED_VALUE (member's principal) or BANK with the transfer's reference. Nothing moves before a"
                            + " second person agrees. Errors: 409 REFUND_NOT_FAILED, 404 REFUND_PART_UNKNOWN")
    @PostMapping("/{id}/parts/{partId}/other-way")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND)
    RefundView otherWay(
            @PathVariable long id,
            @PathVariable long partId,
            @Valid @RequestBody OtherWayBody body,
            Caller caller,
            OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        WayChoice choice = new WayChoice(0, RefundWay.valueOf(body.way), body.reference);
        return changeWay.ask(refund.orderId(), Long.parseLong(refund.refundId()), partId, choice, caller.staffId());
    }

    @Operation(
            summary = "Agree to another way",
            description =
                    "By a second person; the provider is asked once more before. Errors: 409 REFUND_SECOND_PERSON,"
                            + " REFUND_STILL_RUNNING, REFUND_WAY_NOT_WANTED")
    @PostMapping("/{id}/parts/{partId}/other-way/agree")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND_APPROVE)
    RefundView agree(@PathVariable long id, @PathVariable long partId, Caller caller, OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        return changeWay.agree(refund.orderId(), Long.parseLong(refund.refundId()), partId, caller.staffId());
    }
}
