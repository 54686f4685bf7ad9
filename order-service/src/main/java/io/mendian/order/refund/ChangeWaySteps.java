package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.payment.RefundablePayments;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.util.Objects;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of sending money another way. */
@UseCase
class ChangeWaySteps {

    private final Refunds refunds;
    private final PartMoves moves;
    private final OrderReturns returns;
    private final RefundablePayments payments;
    private final Clock clock;

    ChangeWaySteps(Refunds refunds, PartMoves moves, OrderReturns returns, RefundablePayments payments, Clock clock) {
        this.refunds = refunds;
        this.moves = moves;
        this.returns = returns;
        this.payments = payments;
        this.clock = clock;
    }

    @Transactional
    public Refund ask(OrderId orderId, long id, long partId, WayChoice choice, StaffId by) {
        Order order = returns.lock(orderId);
        Refund refund = failed(id);
        Refund.Part part = part(refund, partId);
        boolean untold = refund.kind() == Refund.Kind.SURPLUS && choice.way() == RefundWay.STORED_VALUE;
        if (choice.way() == RefundWay.EXCHANGE || untold || part.how().way() != null) {
            throw RefundProblem.REFUND_WAY_UNKNOWN.with("way", choice.way());
        }
        moves.want(part, new WayChoice(choice.tenderNo(), wanted(order, choice), choice.reference()), by);
        return refunds.find(id).orElseThrow();
    }

    private static RefundWay wanted(Order order, WayChoice choice) {
        return Objects.requireNonNull(RefundParts.way(order, choice).way());
    }

    @Transactional
    public Refund agree(OrderId orderId, long id, long partId, StaffId by) {
        Order order = returns.lock(orderId);
        Refund refund = failed(id);
        Refund.Part part = part(refund, partId);
        RefundWay wanted = part.how().wanted();
        if (wanted == null) {
            throw RefundProblem.REFUND_WAY_NOT_WANTED.with();
        }
        if (by.equals(part.how().wantedBy()) || by.equals(refund.asked().staff())) {
            throw RefundProblem.REFUND_SECOND_PERSON.with();
        }
        if (part.byProvider() && !payments.giveBack(part.reference(), part.amountMinor(), false)) {
            throw new IllegalStateException("payment " + part.reference() + " did not have part " + part.id());
        }
        WayChoice choice = new WayChoice(
                Objects.requireNonNullElse(part.tenderNo(), 0),
                wanted,
                part.how().reference());
        moves.way(part, RefundParts.way(order, choice), by);
        if (refund.parts().stream().allMatch(one -> one.id() == partId || one.status() != Refund.PartStatus.FAILED)) {
            refunds.change(refund, RefundStatus.REFUNDING, null, null, clock.instant());
            moves.tryAgain(id, clock.instant());
        }
        return refunds.find(id).orElseThrow();
    }

    private Refund failed(long id) {
        Refund refund = refunds.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        if (refund.status() != RefundStatus.FAILED) {
            throw RefundProblem.REFUND_NOT_FAILED.with("status", refund.status());
        }
        return refund;
    }

    private static Refund.Part part(Refund refund, long id) {
        return refund.parts().stream()
                .filter(part -> part.id() == id && part.status() == Refund.PartStatus.FAILED)
                .findFirst()
                .orElseThrow(RefundProblem.REFUND_PART_UNKNOWN::with);
    }
}
