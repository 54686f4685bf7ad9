package io.mendian.runtime.hold;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.OrderId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The questions of order-service's routes; who holds something for orders has a Feign client of this shape. */
public interface OrderStandings {

    /** So many orders are asked about at once. */
    int MOST = 200;

    String ROUTE = "/internal/v1/orders/standing";

    String PAID_ROUTE = "/internal/v1/orders/{orderId}/paid";

    /** 1 to {@value #MOST} orders. */
    record Question(List<OrderId> orderIds) {}

    /** One for each order that was asked about. */
    record Answer(List<Standing> standings) {}

    /** How one order stands. */
    record Standing(OrderId orderId, OrderStanding standing) {}

    @PostMapping(ROUTE)
    Answer ask(@RequestBody Question question);

    /** What {@code order.paid.v1} told of an order, as it would be told now; 404 when no money has come for it. */
    @GetMapping(PAID_ROUTE)
    OrderPaid paid(@PathVariable("orderId") long orderId);
}
