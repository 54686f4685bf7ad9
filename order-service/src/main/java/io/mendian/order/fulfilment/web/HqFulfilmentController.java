package io.mendian.order.fulfilment.web;

import io.mendian.kernel.OrderId;
import io.mendian.order.fulfilment.FulfilmentQueries;
import io.mendian.order.fulfilment.FulfilmentView;
import io.mendian.order.fulfilment.RecipientLook;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How orders come to their customers, as headquarters sees it. */
@RestController
@RequestMapping("/hq/v1/orders/{id}")
class HqFulfilmentController {

    private final FulfilmentQueries fulfilments;

    HqFulfilmentController(FulfilmentQueries fulfilments) {
        this.fulfilments = fulfilments;
    }

    @Operation(summary = "How far an order has come to its customer", description = "The recipient is masked.")
    @GetMapping("/fulfilment")
    @Allow(Right.ORDERS_READ)
    FulfilmentView get(@PathVariable long id, Caller caller) {
        return fulfilments.require(OrderId.of(id), caller);
    }

    @Operation(summary = "Who saw the recipient of an order unmasked", description = "The latest 200, newest first.")
    @GetMapping("/recipient-looks")
    @Allow(Right.AUDIT_READ)
    List<RecipientLook> looks(@PathVariable long id, Caller caller) {
        return fulfilments.looks(OrderId.of(id), caller, 200);
    }
}
