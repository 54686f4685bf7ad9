package io.mendian.order.ordering.web;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.runtime.hold.OrderStandings;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Allow;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells the services that hold something for orders whether it is still needed. */
@RestController
class OrderStandingController {

    private final OrderQueries orders;

    OrderStandingController(OrderQueries orders) {
        this.orders = orders;
    }

    record StandingsRequest(
            @NotEmpty @Size(max = OrderStandings.MOST) List<@NotNull OrderId> orderIds) {}

    @PostMapping(OrderStandings.ROUTE)
    @Allow
    @Operation(
            summary = "How orders stand towards those who hold something for them",
            description =
                    "1 to 200 orderIds. OPEN: being placed or waiting for its money; PAID: money has come, whatever"
                            + " went back later; CLOSED: ended unpaid, for ever; UNKNOWN: no such order, and there will be none."
                            + " What is held past its deadline may go when the order is CLOSED or UNKNOWN. Changes nothing.")
    OrderStandings.Answer standings(@Valid @RequestBody StandingsRequest request) {
        return new OrderStandings.Answer(orders.standings(request.orderIds()));
    }

    @GetMapping(OrderStandings.PAID_ROUTE)
    @Allow
    @Operation(
            summary = "What order.paid.v1 told of an order, as it would be told now",
            description =
                    "For a service that could not read the event. 404 when no money has come for it, or there is no"
                            + " such order. Changes nothing.")
    OrderPaid paid(@PathVariable long orderId) {
        return orders.paid(OrderId.of(orderId)).orElseThrow(CommonProblem.NOT_FOUND::with);
    }
}
