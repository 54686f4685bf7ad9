package io.mendian.member.card;

import io.mendian.contracts.order.CardTerms;
import io.mendian.contracts.order.OrderLine;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.Split;
import io.mendian.runtime.persistence.UseCase;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Issues the cards that a paid order bought: one card per piece of each line that carries card terms. */
@UseCase
public class IssueOrderedCards {

    private final IssueCard issueCard;

    IssueOrderedCards(IssueCard issueCard) {
        this.issueCard = issueCard;
    }

    private static long paidFor(OrderLine line, int piece) {
        return Split.share(line.netMinor(), piece, line.quantity())
                - Split.share(line.netMinor(), piece - 1L, line.quantity());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void issue(OrderPaid order, MemberKey member) {
        for (OrderLine line : order.lines()) {
            CardTerms terms = line.cardTerms();
            if (terms != null && !terms.kind().equals("GIFT")) {
                for (int piece = 1; piece <= line.quantity(); piece++) {
                    issueCard.issue(new CardOffer(
                            member,
                            line.skuId(),
                            line.name(),
                            terms,
                            CloseCards.ORDER_LINE,
                            order.orderId().text() + ":" + line.lineId(),
                            piece,
                            paidFor(line, piece),
                            0,
                            order.paidAt()));
                }
            }
        }
    }
}
