package io.mendian.runtime.hold;

import io.mendian.contracts.EventType;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.TypedId;
import io.mendian.runtime.event.ToldAgain;
import io.mendian.runtime.problem.ProblemException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import tools.jackson.databind.json.JsonMapper;

/** order-service says once more what was paid, so that nothing stays held for an order whose news nobody could read. */
final class PaidOrdersToldAgain implements ToldAgain {

    private static final String PAID = Objects.requireNonNull(OrderPaid.class.getAnnotation(EventType.class))
            .type();
    private static final int NOT_FOUND = 404;

    private final ObjectProvider<OrderStandings> orders;
    private final JsonMapper json;

    PaidOrdersToldAgain(ObjectProvider<OrderStandings> orders, JsonMapper json) {
        this.orders = orders;
        this.json = json;
    }

    @Override
    public Optional<String> payload(String type, String key) {
        OrderStandings asked = orders.getIfAvailable();
        if (asked == null || !PAID.equals(type) || !TypedId.isText(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.writeValueAsString(asked.paid(Long.parseLong(key))));
        } catch (ProblemException e) {
            if (e.problem().status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
