package io.mendian.order.fulfilment;

import io.mendian.contracts.order.FulfilmentChanged;
import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.ordering.OrderedLine;
import io.mendian.order.ordering.Recipient;
import io.mendian.runtime.security.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads of how orders come to their customers. An order that the caller may not see is missing for him. */
@Component
public class FulfilmentQueries {

    private final OrderQueries orders;
    private final OrderDeliveries deliveries;

    FulfilmentQueries(OrderQueries orders, OrderDeliveries deliveries) {
        this.orders = orders;
        this.deliveries = deliveries;
    }

    public FulfilmentView require(OrderId id, Caller caller) {
        return view(orders.require(id, caller));
    }

    /** Who saw the recipient of an order unmasked, the latest first. */
    public List<RecipientLook> looks(OrderId id, Caller caller, int limit) {
        return deliveries.looks(orders.require(id, caller).id(), limit);
    }

    /** When the customer had what was fetched or sent; not yet: empty. */
    public Optional<Instant> doneAt(OrderId id) {
        return deliveries.moves(id).stream()
                .filter(move -> move.to() == FulfilmentStatus.DONE)
                .map(Move::at)
                .findFirst();
    }

    FulfilmentView view(Order order) {
        Delivery delivery = deliveries.find(order.id()).orElse(new Delivery(null, null, null, null, null, null));
        List<Move> moves = deliveries.moves(order.id());
        Map<String, Long> sent = moves.stream()
                .flatMap(move -> move.pieces().stream())
                .collect(Collectors.toMap(FulfilmentChanged.Piece::lineId, FulfilmentChanged.Piece::quantity));
        Recipient recipient = delivery.recipient();
        return new FulfilmentView(
                order.id(),
                order.head().no(),
                order.head().handing(),
                order.state().fulfilment(),
                order.state().fulfilment().zh(),
                recipient == null ? null : recipient.masked(),
                delivery.carrier(),
                delivery.trackingNo(),
                delivery.shippedAt(),
                delivery.receiveBy(),
                order.lines().stream().map(line -> line(line, sent)).toList(),
                moves.stream()
                        .map(move ->
                                new FulfilmentView.Step(move.to(), move.by().name(), move.at()))
                        .toList());
    }

    private static FulfilmentView.Line line(OrderedLine line, Map<String, Long> sent) {
        long left = line.quantity() - line.refundedQuantity();
        return new FulfilmentView.Line(
                line.lineId(),
                line.sku(),
                line.name(),
                line.unit(),
                line.quantity(),
                line.refundedQuantity(),
                sent.isEmpty() ? left : sent.getOrDefault(line.lineId(), 0L));
    }
}
