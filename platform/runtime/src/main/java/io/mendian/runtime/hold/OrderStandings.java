package io.mendian.runtime.hold;

import io.mendian.kernel.OrderId;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** The question of order-service's route; who holds something for orders has a Feign client of this shape. */
public interface OrderStandings {

    /** So many orders are asked about at once. */
    int MOST = 200;

    String ROUTE = "/internal/v1/orders/standing";

    /** 1 to {@value #MOST} orders. */
    record Question(List<OrderId> orderIds) {}

    /** One for each order that was asked about. */
    record Answer(List<Standing> standings) {}

    /** How one order stands. */
    record Standing(OrderId orderId, OrderStanding standing) {}

    @PostMapping(ROUTE)
    Answer ask(@RequestBody Question question);
}
