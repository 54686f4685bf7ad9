package io.mendian.order.refund.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.refund.DecideRefund;
import io.mendian.order.refund.DecideRequest;
import io.mendian.order.refund.PreviewRefund;
import io.mendian.order.refund.RefundPreview;
import io.mendian.order.refund.RefundQueries;
import io.mendian.order.refund.RefundStatus;
import io.mendian.order.refund.RefundView;
import io.mendian.order.refund.RequestRefund;
import io.mendian.order.refund.ReturnReason;
import io.mendian.order.refund.ReturnReasons;
import io.mendian.order.shift.Tills;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Returns at the counter, and what members have asked for. */
@RestController
@RequestMapping("/store/v1")
class RefundController {

    private final OrderQueries orders;
    private final PreviewRefund previewRefund;
    private final RequestRefund requestRefund;
    private final DecideRequest decideRequest;
    private final DecideRefund decideRefund;
    private final RefundQueries refunds;
    private final ReturnReasons reasons;
    private final Tills tills;

    RefundController(
            OrderQueries orders,
            PreviewRefund previewRefund,
            RequestRefund requestRefund,
            DecideRequest decideRequest,
            DecideRefund decideRefund,
            RefundQueries refunds,
            ReturnReasons reasons,
            Tills tills) {
        this.orders = orders;
        this.previewRefund = previewRefund;
        this.requestRefund = requestRefund;
        this.decideRequest = decideRequest;
        this.decideRefund = decideRefund;
        this.refunds = refunds;
        this.reasons = reasons;
        this.tills = tills;
    }

    @Operation(
            summary = "What a return would do, before anything moves",
            description =
                    "The paid share of each piece on the running total with the discount that goes with it, what goes back to"
                            + " which tender (stop TOO_OLD or TOO_OFTEN: the provider no longer takes it, choose one of"
                            + " otherWays), points taken back and lots that return with their expiry, the level then, what"
                            + " becomes of the coupons; for cards and recharges the formula line by line. Amounts in fen. Changes"
                            + " nothing. Errors: 409 RETURN_TOO_MUCH, RETURN_WHOLE_LINE, ORDER_NOT_PAID")
    @PostMapping("/orders/{id}/refunds/preview")
    @Allow(Right.ORDERS_REFUND)
    RefundPreview preview(@PathVariable long id, @Valid @RequestBody ReturnBody body, Caller caller) {
        Order order = orders.require(OrderId.of(id), caller);
        return previewRefund.preview(order, body.withReason().by(caller.staffId(), order.id()));
    }

    @Operation(
            summary = "Take pieces back and return their money",
            description =
                    "Cash and stored value at once, WeChat Pay when the provider has done it (status REFUNDING until"
                            + " then). Above the limit of the settings (default 500.00), or with another way for the money,"
                            + " status WAITING_APPROVAL. Errors: 409 RETURN_TOO_MUCH, RETURN_WHOLE_LINE, ORDER_NOT_PAID,"
                            + " REFUND_WAY_NEEDED (choose ways), ASSET_REFUND_CHANGED (ask for a preview again)")
    @PostMapping("/orders/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND)
    RefundView refund(
            @PathVariable long id, @Valid @RequestBody ReturnBody body, Caller caller, OperationId operation) {
        Order order = orders.require(OrderId.of(id), caller);
        tills.choose(operation.value(), order.head().store(), body.tillId(), null);
        return requestRefund.request(operation.value(), body.by(caller.staffId(), order.id()));
    }

    @Operation(summary = "Refunds of an order, oldest first")
    @GetMapping("/orders/{id}/refunds")
    @Allow(Right.ORDERS_READ)
    List<RefundView> ofOrder(@PathVariable long id, Caller caller) {
        return refunds.of(OrderId.of(id), caller);
    }

    @Operation(
            summary = "Refunds of the caller's stores, newest first",
            description =
                    "status REQUESTED: members wait for a decision; overdue: longer than the setting says. before: the"
                            + " last refundId of the page seen; limit 1 to 200")
    @GetMapping("/refunds")
    @Allow(Right.ORDERS_READ)
    List<RefundView> list(
            Caller caller,
            @RequestParam @Nullable RefundStatus status,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam @Nullable Long before,
            @RequestParam(defaultValue = "50") int limit) {
        return refunds.page(new RefundQueries.Filter(status, overdue, before, limit), caller);
    }

    @Operation(summary = "One refund of this store")
    @GetMapping("/refunds/{id}")
    @Allow(Right.ORDERS_READ)
    RefundView get(@PathVariable long id, Caller caller) {
        return refunds.require(id, caller);
    }

    @Operation(
            summary = "Take up what a member asked for",
            description =
                    "restock by line: whether the pieces go back on the shelf; ways for money that cannot go back the way it"
                            + " came. Above the limit, or with ways, a second person approves afterwards. Errors: 409"
                            + " REFUND_NOT_REQUESTED, REFUND_WAY_NEEDED")
    @PostMapping("/refunds/{id}/accept")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND)
    RefundView accept(
            @PathVariable long id, @Valid @RequestBody AcceptBody body, Caller caller, OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        tills.choose(id, refund.storeId(), body.tillId(), null);
        return decideRequest.accept(
                refund.orderId(), Long.parseLong(refund.refundId()), body.acceptance(), caller.staffId());
    }

    @Operation(
            summary = "Approve a refund above the limit",
            description = "By a second person. Errors: 409 REFUND_SECOND_PERSON, REFUND_NOT_WAITING")
    @PostMapping("/refunds/{id}/approve")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND_APPROVE)
    RefundView approve(@PathVariable long id, Caller caller, OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        return decideRefund.decide(refund.orderId(), Long.parseLong(refund.refundId()), true, caller.staffId(), null);
    }

    @Operation(
            summary = "Refuse what a member asked for, or a refund above the limit",
            description =
                    "The latter by a second person. Nothing goes back; the member reads the note (up to 200 letters).")
    @PostMapping("/refunds/{id}/reject")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND_APPROVE)
    RefundView reject(
            @PathVariable long id, @Valid @RequestBody RejectBody body, Caller caller, OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        return decideRefund.decide(
                refund.orderId(), Long.parseLong(refund.refundId()), false, caller.staffId(), body.note());
    }

    @Operation(summary = "Reasons for returns, in the order headquarters gave them")
    @GetMapping("/return-reasons")
    @Allow(Right.ORDERS_READ)
    List<ReturnReason> reasons() {
        return reasons.list(true);
    }
}
