package io.mendian.order.refund.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.refund.DecideRefund;
import io.mendian.order.refund.RefundPlan;
import io.mendian.order.refund.RefundQueries;
import io.mendian.order.refund.RefundView;
import io.mendian.order.refund.RequestRefund;
import io.mendian.order.shift.Tills;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.idempotency.OperationId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Returns at the counter. */
@RestController
@RequestMapping("/store/v1")
class RefundController {

    private final OrderQueries orders;
    private final RequestRefund requestRefund;
    private final DecideRefund decideRefund;
    private final RefundQueries refunds;
    private final Tills tills;

    RefundController(
            OrderQueries orders,
            RequestRefund requestRefund,
            DecideRefund decideRefund,
            RefundQueries refunds,
            Tills tills) {
        this.orders = orders;
        this.requestRefund = requestRefund;
        this.decideRefund = decideRefund;
        this.refunds = refunds;
        this.tills = tills;
    }

    record ReturnRequest(
            @NotEmpty @Size(max = 200) List<@Valid ReturnLine> lines,
            @NotBlank @Size(max = 80) @Nullable String reason,
            @Pattern(regexp = "\\d{1,19}") @Nullable String tillId) {

        List<RefundPlan.Wish> wishes() {
            return lines.stream()
                    .map(line -> new RefundPlan.Wish(line.lineId, line.quantity, !Boolean.FALSE.equals(line.restock)))
                    .toList();
        }
    }

    /** Pieces of a line; {@code restock} (left out: yes) puts them back on the shelf. */
    record ReturnLine(
            @NotBlank String lineId,
            @Min(1) long quantity,
            @Nullable Boolean restock) {}

    record PlanRequest(@NotEmpty @Size(max = 200) List<@Valid ReturnLine> lines) {}

    @Operation(
            summary = "What a return would bring back",
            description =
                    "The paid share of each piece on the running total, the points used as cash, and the amount for"
                            + " each tender, in fen. Changes nothing.")
    @PostMapping("/orders/{id}/refunds/plan")
    @Allow(Right.ORDERS_REFUND)
    RefundPlan plan(@PathVariable long id, @Valid @RequestBody PlanRequest request, Caller caller) {
        List<RefundPlan.Wish> wishes = new ReturnRequest(request.lines, "plan", null).wishes();
        return refunds.plan(OrderId.of(id), wishes, caller);
    }

    @Operation(
            summary = "Take pieces back and return their money",
            description =
                    "Cash and stored value at once, WeChat Pay when the provider has done it (status REFUNDING until"
                            + " then). Above the limit of the settings (default 500.00) status WAITING_APPROVAL. Errors: 409"
                            + " RETURN_TOO_MUCH, RETURN_NOT_POSSIBLE, ORDER_NOT_PAID")
    @PostMapping("/orders/{id}/refunds")
    @ResponseStatus(HttpStatus.CREATED)
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND)
    RefundView refund(
            @PathVariable long id, @Valid @RequestBody ReturnRequest request, Caller caller, OperationId operation) {
        Order order = orders.require(OrderId.of(id), caller);
        tills.choose(operation.value(), order.head().store(), request.tillId, null);
        String reason = request.reason == null ? "" : request.reason;
        return requestRefund.request(
                operation.value(), new RequestRefund.Command(order.id(), request.wishes(), reason, caller.staffId()));
    }

    @Operation(summary = "Refunds of an order, oldest first")
    @GetMapping("/orders/{id}/refunds")
    @Allow(Right.ORDERS_READ)
    List<RefundView> ofOrder(@PathVariable long id, Caller caller) {
        return refunds.of(OrderId.of(id), caller);
    }

    @Operation(summary = "One refund of this store")
    @GetMapping("/refunds/{id}")
    @Allow(Right.ORDERS_READ)
    RefundView get(@PathVariable long id, Caller caller) {
        return refunds.require(id, caller);
    }

    @Operation(
            summary = "Approve a refund above the limit",
            description = "By a second person. Errors: 409 REFUND_SECOND_PERSON, REFUND_NOT_WAITING")
    @PostMapping("/refunds/{id}/approve")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND_APPROVE)
    RefundView approve(@PathVariable long id, Caller caller, OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        return decideRefund.decide(refund.orderId(), Long.parseLong(refund.refundId()), true, caller.staffId());
    }

    @Operation(summary = "Refuse a refund above the limit", description = "By a second person. Nothing goes back.")
    @PostMapping("/refunds/{id}/reject")
    @Idempotent(Idempotent.Kind.PROCESS)
    @Allow(Right.ORDERS_REFUND_APPROVE)
    RefundView reject(@PathVariable long id, Caller caller, OperationId operation) {
        RefundView refund = refunds.require(id, caller);
        return decideRefund.decide(refund.orderId(), Long.parseLong(refund.refundId()), false, caller.staffId());
    }
}
