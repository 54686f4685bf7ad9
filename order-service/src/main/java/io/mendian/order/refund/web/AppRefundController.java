package io.mendian.order.refund.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.refund.PreviewRefund;
import io.mendian.order.refund.RefundPreview;
import io.mendian.order.refund.RefundQueries;
import io.mendian.order.refund.RefundView;
import io.mendian.order.refund.RequestRefund;
import io.mendian.order.refund.ReturnReason;
import io.mendian.order.refund.ReturnReasons;
import io.mendian.order.refund.WithdrawRequest;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Returns that the member starts himself; staff decides on them. */
@RestController
@RequestMapping("/app/v1")
class AppRefundController {

    private final OrderQueries orders;
    private final PreviewRefund previewRefund;
    private final RequestRefund requestRefund;
    private final WithdrawRequest withdrawRequest;
    private final RefundQueries refunds;
    private final ReturnReasons reasons;

    AppRefundController(
            OrderQueries orders,
            PreviewRefund previewRefund,
            RequestRefund requestRefund,
            WithdrawRequest withdrawRequest,
            RefundQueries refunds,
            ReturnReasons reasons) {
        this.orders = orders;
        this.previewRefund = previewRefund;
        this.requestRefund = requestRefund;
        this.withdrawRequest = withdrawRequest;
        this.refunds = refunds;
        this.reasons = reasons;
    }

    @Operation(
            summary = "What a return of mine would bring",
            description =
                    "Money for each tender, points, level, coupons; for cards and recharges the formula line by line."
                            + " Amounts in fen. Changes nothing.")
    @PostMapping("/orders/{id}/refunds/preview")
    @Allow
    RefundPreview preview(@PathVariable long id, @Valid @RequestBody ReturnBody body, Caller caller) {
        Order order = orders.require(OrderId.of(id), caller);
        return previewRefund.preview(order, body.withReason().byMember(order.id()));
    }

    @Operation(
            summary = "Ask for a return",
            description =
                    "Pieces and a reason of the list, or in own words (up to 80 letters). Reserved at once; the store"
                            + " decides. Within 15 days after payment (setting). Errors: 409 RETURN_WINDOW_OVER, RETURN_TOO_MUCH,"
                            + " RETURN_WHOLE_LINE, ORDER_NOT_PAID")
    @PostMapping("/orders/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    RefundView request(
            @PathVariable long id, @Valid @RequestBody ReturnBody body, Caller caller, OperationId operation) {
        Order order = orders.require(OrderId.of(id), caller);
        return requestRefund.request(operation.value(), body.byMember(order.id()));
    }

    @Operation(summary = "Refunds of an order of mine, oldest first")
    @GetMapping("/orders/{id}/refunds")
    @Allow
    List<RefundView> ofOrder(@PathVariable long id, Caller caller) {
        return refunds.of(OrderId.of(id), caller);
    }

    @Operation(summary = "One of my refunds and where it stands")
    @GetMapping("/refunds/{id}")
    @Allow
    RefundView get(@PathVariable long id, Caller caller) {
        return refunds.require(id, caller);
    }

    @Operation(
            summary = "Take a request back",
            description = "As long as nobody has decided on it. Errors: 409 REFUND_NOT_REQUESTED")
    @PostMapping("/refunds/{id}/withdraw")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow
    RefundView withdraw(@PathVariable long id, Caller caller, OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        return withdrawRequest.withdraw(refund.orderId(), Long.parseLong(refund.refundId()));
    }

    @Operation(summary = "Reasons for returns, in the order headquarters gave them")
    @GetMapping("/return-reasons")
    @Allow
    List<ReturnReason> reasons() {
        return reasons.list(true);
    }
}
