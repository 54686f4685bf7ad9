package io.mendian.order.refund;

import io.mendian.order.OrderProperties;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.payment.WeChatPayment;
import io.mendian.runtime.persistence.Ids;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a refund from what was asked for: its plan, where it begins, and its parts. Reserves nothing. */
@Component
class RefundMaking {

    private final Refunds refunds;
    private final RefundParts parts;
    private final OrderProperties settings;
    private final RefundProperties returnSettings;
    private final Clock clock;

    RefundMaking(
            Refunds refunds,
            RefundParts parts,
            OrderProperties settings,
            RefundProperties returnSettings,
            Clock clock) {
        this.refunds = refunds;
        this.parts = parts;
        this.settings = settings;
        this.returnSettings = returnSettings;
        this.clock = clock;
    }

    Refund make(long id, Order order, RefundWanted wanted, Map<String, AssetFormula> assets) {
        RefundBasis basis = RefundBasis.of(order);
        List<ReturnWish> wishes = wanted.wishes();
        boolean last = isLast(basis, order, wishes);
        RefundPlan plan = RefundPlanner.plan(basis, wishes, assets, last);
        boolean waits = isAboveLimit(order.state().refundedMinor() + plan.amountMinor())
                || !wanted.ways().isEmpty();
        RefundStatus begins = begins(wanted, waits);
        if (begins != RefundStatus.REFUNDING || !assets.isEmpty()) {
            // its fees come with the word that makes it certain
            plan = RefundPlanner.plan(basis, wishes, assets, false);
        }
        boolean strict = wanted.asked().by() == Refund.By.STAFF;
        Refund.Assets frozen = assets.isEmpty()
                ? new Refund.Assets(Refund.AssetHold.NONE, null)
                : new Refund.Assets(Refund.AssetHold.WANTED, begins);
        return refund(
                id,
                order,
                wanted,
                plan,
                parts.parts(order, plan, wanted.ways(), strict),
                assets.isEmpty() ? begins : RefundStatus.PREPARING,
                frozen);
    }

    /** What it would be, with all that goes back once it is decided; nothing is refused that a decision could still mend. */
    Refund preview(Order order, RefundWanted wanted, Map<String, AssetFormula> assets) {
        RefundBasis basis = RefundBasis.of(order);
        RefundPlan plan = RefundPlanner.plan(basis, wanted.wishes(), assets, isLast(basis, order, wanted.wishes()));
        return refund(
                Ids.next(),
                order,
                wanted,
                plan,
                parts.parts(order, plan, wanted.ways(), false),
                RefundStatus.REFUNDING,
                new Refund.Assets(Refund.AssetHold.NONE, null));
    }

    private static Refund refund(
            long id,
            Order order,
            RefundWanted wanted,
            RefundPlan plan,
            List<Refund.Part> parts,
            RefundStatus status,
            Refund.Assets assets) {
        return new Refund(
                id,
                order.id(),
                order.head().store(),
                wanted.kind(),
                status,
                new Refund.Amounts(
                        plan.amountMinor(),
                        plan.feesMinor(),
                        plan.points(),
                        order.amounts().currency()),
                wanted.asked(),
                Refund.Decision.none(),
                assets,
                null,
                null,
                plan.lines().stream()
                        .map(line -> new Refund.Line(
                                line.no(), line.quantity(), line.netMinor(), line.restock(), line.formula()))
                        .toList(),
                parts);
    }

    private static RefundStatus begins(RefundWanted wanted, boolean waits) {
        if (wanted.kind() == Refund.Kind.EXCHANGE) {
            return RefundStatus.EXCHANGING;
        }
        if (wanted.asked().by() == Refund.By.SYSTEM) {
            return RefundStatus.REFUNDING; // nobody is there to approve it
        }
        if (wanted.asked().by() == Refund.By.MEMBER) {
            return RefundStatus.REQUESTED;
        }
        return waits ? RefundStatus.WAITING_APPROVAL : RefundStatus.REFUNDING;
    }

    /** Whether a refund of these pieces would leave nothing, all others being certain. */
    private boolean isLast(RefundBasis basis, Order order, List<ReturnWish> wishes) {
        Map<Integer, Long> back = certain(order);
        wishes.forEach(wish -> back.merge(basis.require(wish.lineId()).no(), wish.quantity(), Math::addExact));
        return returnSettings.feesWithFull() && RefundPlanner.isFull(basis, back);
    }

    /** The fees that a refund which has just become certain takes with it. */
    long feesDue(RefundBasis basis, Order order) {
        boolean full = returnSettings.feesWithFull() && RefundPlanner.isFull(basis, certain(order));
        return full ? basis.feesMinor() - basis.feesBackMinor() : 0;
    }

    private Map<Integer, Long> certain(Order order) {
        return new HashMap<>(refunds.piecesBack(
                order.id(), List.of(RefundStatus.REFUNDING, RefundStatus.FAILED, RefundStatus.DONE)));
    }

    /** Whether a second person decides on a refund that has its part of the order reserved ({@code others} has not). */
    boolean needsApproval(RefundBasis basis, Refund refund, long others) {
        boolean nothingLeft = basis.lines().stream().allMatch(line -> line.leftQuantity() == 0);
        long fees = nothingLeft ? basis.feesMinor() - basis.feesBackMinor() : 0;
        boolean ways = refund.parts().stream().anyMatch(part -> part.how().way() != null);
        return isAboveLimit(others + refund.amounts().amountMinor() + fees) || ways;
    }

    /** All refunds of an order count together: one above the limit cut into small ones is above it too. */
    private boolean isAboveLimit(long refundedOfOrderMinor) {
        return refundedOfOrderMinor > settings.refundApprovalAboveMinor();
    }

    Refund surplus(WeChatPayment payment) {
        Refund.Part part = new Refund.Part(
                Ids.next(),
                null,
                payment.id(),
                null,
                TenderKind.WECHAT_PAY,
                payment.outTradeNo(),
                payment.amountMinor(),
                payment.amountMinor(),
                Refund.Way.original(),
                null,
                Refund.PartStatus.PENDING,
                null,
                0);
        return new Refund(
                Ids.next(),
                payment.order(),
                payment.store(),
                Refund.Kind.SURPLUS,
                RefundStatus.REFUNDING,
                new Refund.Amounts(payment.amountMinor(), 0, 0, payment.currency()),
                new Refund.Asked(Refund.By.SYSTEM, null, null, "多收款自动退回", Refund.Cause.MERCHANT, clock.instant()),
                Refund.Decision.none(),
                new Refund.Assets(Refund.AssetHold.NONE, null),
                null,
                null,
                List.of(),
                List.of(part));
    }
}
