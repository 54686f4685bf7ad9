package io.mendian.order.fulfilment;

import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Handing;
import io.mendian.order.ordering.HandingBook;
import io.mendian.order.ordering.HandingWish;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderHandings;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.runtime.event.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the steps of orders that are fetched or sent, and tells each once. */
@Component
class HandOut implements HandingBook {

    private final OrderDeliveries deliveries;
    private final OrderHandings orders;
    private final Outbox outbox;
    private final FulfilmentProperties settings;
    private final Clock clock;

    HandOut(
            OrderDeliveries deliveries,
            OrderHandings orders,
            Outbox outbox,
            FulfilmentProperties settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.orders = orders;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void placed(Order order, HandingWish wish) {
        deliveries.insert(order.id(), wish.recipient());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(Order order) {
        if (order.head().handing() != Handing.COUNTER) {
            Instant now = clock.instant();
            FulfilmentStatus next = order.state().fulfilment();
            tell(order, new Move(FulfilmentStatus.WAITING, next, Move.By.PAYMENT, null, now, List.of()), null);
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(Order order) {
        if (order.head().handing() != Handing.COUNTER) {
            boolean unpaid = order.status() == OrderStatus.CANCELLED;
            Instant now = clock.instant();
            deliveries.closed(order.id(), unpaid ? now : now.plus(settings.recipientKept()));
        }
    }

    /** One step of a locked order. What is handed over or sent is what has not been returned. */
    Order move(Order order, FulfilmentStatus next, Move.By by, @Nullable StaffId staff, @Nullable String carrier) {
        FulfilmentStatus from = order.state().fulfilment();
        Order moved = orders.move(order, next);
        boolean leaves = from.isStillHere() && next != FulfilmentStatus.READY;
        List<FulfilmentChanged.Piece> pieces = leaves ? piecesOf(order) : List.of();
        if (from.isStillHere()) {
            order.requireHandOver();
            requireDecided(order);
        }
        Instant now = clock.instant();
        if (next == FulfilmentStatus.DONE) {
            deliveries.closed(order.id(), now.plus(settings.recipientKept()));
        }
        tell(order, new Move(from, next, by, staff, now, pieces), carrier);
        return moved;
    }

    private void requireDecided(Order order) {
        if (deliveries.hasUndecidedReturn(order.id())) {
            throw FulfilmentProblem.RETURN_UNDECIDED.with();
        }
        if (piecesOf(order).isEmpty()) {
            throw FulfilmentProblem.NOTHING_TO_HAND_OVER.with();
        }
    }

    static List<FulfilmentChanged.Piece> piecesOf(Order order) {
        return order.lines().stream()
                .filter(line -> line.quantity() > line.refundedQuantity())
                .map(line -> new FulfilmentChanged.Piece(line.lineId(), line.quantity() - line.refundedQuantity()))
                .toList();
    }

    private void tell(Order order, Move move, @Nullable String carrier) {
        deliveries.add(order.id(), move);
        outbox.add(new FulfilmentChanged(
                order.id(),
                order.head().store(),
                order.head().member(),
                order.head().handing().name(),
                move.from().name(),
                move.to().name(),
                move.by().name(),
                carrier,
                move.pieces(),
                move.at()));
    }
}
