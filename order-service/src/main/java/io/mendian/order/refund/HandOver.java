package io.mendian.order.refund;

import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.shift.ShiftBook;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Parts of a refund that no provider brings back: cash is handed over by the clerk, out of the open shift's drawer; other
 * services book the rest back by the event. Each once.
 */
@UseCase
class HandOver {

    private final PartMoves moves;
    private final OrderReturns returns;
    private final ShiftBook shiftBook;
    private final Clock clock;

    HandOver(PartMoves moves, OrderReturns returns, ShiftBook shiftBook, Clock clock) {
        this.moves = moves;
        this.returns = returns;
        this.shiftBook = shiftBook;
        this.clock = clock;
    }

    @Transactional
    public void hand(Refund refund, Refund.Part part) {
        boolean cash = isCash(part);
        if (!cash) {
            boolean ignored = moves.handedOver(part, clock.instant());
            return;
        }
        Order order = returns.lock(refund.order());
        if (moves.handedOver(part, clock.instant())) {
            shiftBook.refunded(List.of(back(order, refund, part)));
        }
    }

    /** The refund is done: what else went back counts in the shift now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void done(Order order, Refund refund) {
        shiftBook.refunded(refund.parts().stream()
                .filter(part -> !isCash(part))
                .map(part -> back(order, refund, part))
                .toList());
        boolean cash = refund.parts().stream().anyMatch(HandOver::isCash);
        shiftBook.returned(order, refund.id(), refund.amounts().amountMinor(), cash);
    }

    private static boolean isCash(Refund.Part part) {
        return part.goesBy().equals(TenderKind.CASH.name());
    }

    private static ShiftBook.Back back(Order order, Refund refund, Refund.Part part) {
        return new ShiftBook.Back(
                refund.id(),
                part.id(),
                part.goesBy(),
                part.amountMinor(),
                order,
                refund.asked().staff());
    }
}
