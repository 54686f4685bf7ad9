package io.mendian.member.card;

import io.mendian.contracts.order.OrderRefunded;
import io.mendian.contracts.order.RefundLine;
import io.mendian.runtime.persistence.UseCase;
import java.util.List;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Closes the unused part of cards whose order line was refunded: one card per returned piece, the least used first. */
@UseCase
public class CloseCards {

    static final String ORDER_LINE = "ORDER_LINE";

    private final Cards cards;
    private final SharedCards shares;

    CloseCards(Cards cards, SharedCards shares) {
        this.cards = cards;
        this.shares = shares;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void close(OrderRefunded refund) {
        for (RefundLine line : refund.lines()) {
            if (line.kind().equals("CARD")) {
                List<CardRow> open =
                        cards.lockOpenOf(ORDER_LINE, refund.orderId().text() + ":" + line.lineId());
                open.stream().limit(line.quantity()).forEach(card -> {
                    cards.close(card);
                    shares.end(card.id(), "REFUND");
                });
            }
        }
    }
}
