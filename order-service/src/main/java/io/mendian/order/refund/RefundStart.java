package io.mendian.order.refund;

import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.payment.RefundablePayments;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * The moment from which a refund's money goes back for certain: it takes its part of each payment (never more than came in),
 * and the fees where it leaves nothing of the order. Runs inside the transaction that decides, under the order's lock.
 */
@Component
class RefundStart {

    private final Refunds refunds;
    private final PartMoves moves;
    private final RefundMaking making;
    private final RefundParts parts;
    private final RefundablePayments payments;
    private final ProviderLimits limits;
    private final OrderReturns returns;
    private final Clock clock;

    RefundStart(
            Refunds refunds,
            PartMoves moves,
            RefundMaking making,
            RefundParts parts,
            RefundablePayments payments,
            ProviderLimits limits,
            OrderReturns returns,
            Clock clock) {
        this.refunds = refunds;
        this.moves = moves;
        this.making = making;
        this.parts = parts;
        this.payments = payments;
        this.limits = limits;
        this.returns = returns;
        this.clock = clock;
    }

    /** The staff's choices for a member's request; tells whether any money goes another way. */
    boolean choose(Order order, Refund refund, DecideRequest.Acceptance acceptance) {
        acceptance.restock().forEach((line, restock) -> refunds.restock(refund.id(), line, restock));
        for (WayChoice choice : acceptance.ways()) {
            Refund.Part part = refund.parts().stream()
                    .filter(one -> one.tenderNo() != null && one.tenderNo() == choice.tenderNo() && one.byProvider())
                    .findFirst()
                    .orElseThrow(RefundProblem.REFUND_PART_UNKNOWN::with);
            if (choice.way() == RefundWay.EXCHANGE) {
                throw RefundProblem.REFUND_WAY_UNKNOWN.with("way", choice.way());
            }
            if (limits.of(part.reference(), part.amountMinor()).stop() == null) {
                throw RefundProblem.REFUND_WAY_NOT_ALLOWED.with("way", choice.way());
            }
            moves.way(part, RefundParts.way(order, choice), null);
        }
        return !acceptance.ways().isEmpty();
    }

    /** A refund that was decided: with the fees, if nothing of the order is left. */
    void withFees(Order before, Refund refund) {
        Order order = returns.lock(before.id());
        RefundBasis basis = RefundBasis.of(order);
        long fees = making.feesDue(basis, order);
        if (fees > 0) {
            addFees(order, basis, refund, fees);
        }
        start(refunds.find(refund.id()).orElseThrow());
    }

    private void addFees(Order order, RefundBasis basis, Refund refund, long fees) {
        RefundPlan plan = new RefundPlan(fees, fees, 0, List.of(), RefundPlanner.spread(basis.tenders(), fees));
        List<Refund.Part> added = parts.parts(order, plan, List.of(), false);
        Map<Integer, Long> byTender = new HashMap<>();
        added.forEach(
                part -> byTender.merge(Objects.requireNonNull(part.tenderNo()), part.amountMinor(), Math::addExact));
        returns.reserve(order.id(), new OrderReturns.Booking(fees, 0, List.of(), byTender));
        parts.moveCarried(added, 1);
        for (Refund.Part part : added) {
            if (!refunds.raise(refund.id(), part)) {
                refunds.insertParts(refund.id(), List.of(part));
            }
        }
        refunds.raise(refund.id(), fees);
        if (refund.kind() == Refund.Kind.EXCHANGE) {
            added.stream().filter(Refund.Part::byProvider).forEach(this::takeFees);
        }
    }

    private void takeFees(Refund.Part part) {
        if (!payments.reserve(part.reference(), part.amountMinor())) {
            throw RefundParts.wayNeeded(part, ProviderLimits.Stop.TOO_OFTEN);
        }
    }

    /** Takes its part of each payment and lets its parts go; an exchange took its part when it began. */
    void start(Refund refund) {
        if (refund.kind() != Refund.Kind.EXCHANGE) {
            take(refund);
        }
        moves.tryAgain(refund.id(), clock.instant());
    }

    /** Takes its part of each payment; refuses where the provider no longer gives it back. */
    void take(Refund refund) {
        for (Refund.Part part : refund.parts()) {
            if (part.byProvider()) {
                ProviderLimits.Verdict verdict = limits.of(part.reference(), part.amountMinor());
                if (verdict.stop() != null && refund.kind() != Refund.Kind.SURPLUS) {
                    throw RefundParts.wayNeeded(part, verdict.stop());
                }
                if (!payments.reserve(part.reference(), part.amountMinor())) {
                    throw RefundParts.wayNeeded(part, ProviderLimits.Stop.TOO_OFTEN);
                }
                moves.payer(part, verdict.payerMinor());
            }
        }
    }

    /** Gives back of a payment what pays for other goods instead. */
    void leave(Refund.Part part, long amountMinor) {
        if (part.byProvider() && !payments.giveBack(part.reference(), amountMinor, amountMinor == part.amountMinor())) {
            throw new IllegalStateException("payment " + part.reference() + " did not have part " + part.id());
        }
    }
}
