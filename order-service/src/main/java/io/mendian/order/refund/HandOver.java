package io.mendian.order.refund;

import io.mendian.kernel.Split;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.ordering.PaidBy;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.shift.ShiftBook;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient jdbc;
    private final Clock clock;

    HandOver(PartMoves moves, OrderReturns returns, ShiftBook shiftBook, JdbcClient jdbc, Clock clock) {
        this.moves = moves;
        this.returns = returns;
        this.shiftBook = shiftBook;
        this.jdbc = jdbc;
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

    /** What the card uses that come back had cost when their card was sold, by part: on the running total of the refunds done. */
    Map<Long, Long> usesBack(Order order, Refund refund) {
        Map<Long, Long> values = new HashMap<>();
        for (Refund.Part part : refund.parts()) {
            if (part.kind() == TenderKind.CARD_USE) {
                order.tenders().stream()
                        .filter(tender -> Integer.valueOf(tender.no()).equals(part.tenderNo()))
                        .map(PaidBy::valueMinor)
                        .filter(Objects::nonNull)
                        .forEach(value -> {
                            long before = backBefore(refund, part);
                            values.put(
                                    part.id(),
                                    Split.share(value, before + part.amountMinor(), part.totalMinor())
                                            - Split.share(value, before, part.totalMinor()));
                        });
            }
        }
        return values;
    }

    private long backBefore(Refund refund, Refund.Part part) {
        return jdbc.sql("""
                        SELECT COALESCE(SUM(p.amount_minor), 0) FROM refund_part p JOIN refund r ON r.id = p.refund_id
                        WHERE r.order_id = ? AND r.id <> ? AND r.status = 'DONE' AND p.tender_no = ?
                        """)
                .param(refund.order().value())
                .param(refund.id())
                .param(part.tenderNo())
                .query(Long.class)
                .single();
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
