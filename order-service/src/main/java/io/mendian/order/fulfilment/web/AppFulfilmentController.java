package io.mendian.order.fulfilment.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.fulfilment.ConfirmReceipt;
import io.mendian.order.fulfilment.FulfilmentQueries;
import io.mendian.order.fulfilment.FulfilmentView;
import io.mendian.runtime.idempotency.Idempotent;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the member's goods are. */
@RestController
@RequestMapping("/app/v1/orders/{id}")
class AppFulfilmentController {

    private final FulfilmentQueries fulfilments;
    private final ConfirmReceipt confirmReceipt;

    AppFulfilmentController(FulfilmentQueries fulfilments, ConfirmReceipt confirmReceipt) {
        this.fulfilments = fulfilments;
        this.confirmReceipt = confirmReceipt;
    }

    @Operation(
            summary = "Where the goods of my order are",
            description =
                    "WAITING (unpaid), TO_PREPARE, READY (to be fetched), TO_SHIP, SHIPPED (with carrier and number), DONE,"
                            + " ENDED (cancelled, or wholly refunded before); each step with its time. The recipient is masked.")
    @GetMapping("/fulfilment")
    @Allow
    FulfilmentView get(@PathVariable long id, Caller caller) {
        return fulfilments.require(OrderId.of(id), caller);
    }

    @Operation(
            summary = "Confirm that what was sent has come",
            description =
                    "Without it the order counts as received some days after it was sent. Errors: 409 FULFILMENT_NOT_SO,"
                            + " NOT_SENT")
    @PostMapping("/received")
    @Idempotent
    @Allow
    FulfilmentView received(@PathVariable long id, Caller caller) {
        return confirmReceipt.received(OrderId.of(id), caller);
    }
}
