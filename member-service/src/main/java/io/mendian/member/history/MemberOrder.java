package io.mendian.member.history;

import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;

/** A paid order and whose it is: the member it names, or whoever he has become since. */
record MemberOrder(OrderPaid order, MemberKey member) {

    String orderId() {
        return order.orderId().text();
    }
}
