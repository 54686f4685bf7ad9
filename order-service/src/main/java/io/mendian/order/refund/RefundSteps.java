package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StaffId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.payment.WeChatPayment;
import io.mendian.order.store.Stores;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of a refund. Locks: order, then refund, then payments and carried money. */
@UseCase
class RefundSteps {

    private static final String FAILED = "REFUND_FAILED";

    private final Refunds refunds;
    private final PartMoves moves;
    private final RefundMaking making;
    private final RefundStart start;
    private final RefundParts parts;
    private final OrderReturns returns;
    private final Stores stores;
    private final Outbox outbox;
    private final HandOver handOver;
    private final Alarms alarms;
    private final Clock clock;

    RefundSteps(
            Refunds refunds,
            PartMoves moves,
            RefundMaking making,
            RefundStart start,
            RefundParts parts,
            OrderReturns returns,
            Stores stores,
            Outbox outbox,
            HandOver handOver,
            Alarms alarms,
            Clock clock) {
        this.refunds = refunds;
        this.moves = moves;
        this.making = making;
        this.start = start;
        this.parts = parts;
        this.returns = returns;
        this.stores = stores;
        this.outbox = outbox;
        this.handOver = handOver;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** Plans under the order's lock, reserves pieces and money, and keeps the refund with the numbers of its parts. */
    @Transactional
    public Refund begin(long id, RefundWanted wanted, Map<String, AssetFormula> assets) {
        Order order = returns.lock(wanted.order());
        if (refunds.find(id).isPresent()) {
            return refunds.find(id).orElseThrow();
        }
        if (!order.status().isReturnable()) {
            throw OrderProblem.ORDER_NOT_PAID.with();
        }
        if (wanted.kind() == Refund.Kind.EXCHANGE) {
            order.requireHandOver();
        }
        Refund refund = making.make(id, order, wanted, assets);
        returns.reserve(order.id(), refund.booking());
        parts.moveCarried(refund.parts(), 1);
        refunds.insert(refund);
        if (refund.status() == RefundStatus.REFUNDING) {
            start.start(refund);
        } else if (refund.status() == RefundStatus.EXCHANGING) {
            start.take(refund);
        }
        return refunds.find(id).orElseThrow();
    }

    /** The refund of money that an order did not need. */
    @Transactional
    public Refund beginSurplus(WeChatPayment payment) {
        Refund refund = making.surplus(payment);
        refunds.insert(refund);
        start.start(refund);
        return refund;
    }

    /** What it takes from the member is frozen: it goes on to where it would have begun. */
    @Transactional
    public Refund prepared(OrderId orderId, long id) {
        Order order = returns.lock(orderId);
        Refund refund = require(id);
        RefundStatus then = refund.assets().then();
        if (refund.status() != RefundStatus.PREPARING || then == null) {
            return refund;
        }
        refunds.assets(id, Refund.AssetHold.WANTED, Refund.AssetHold.HELD);
        refunds.change(refund, then, null, null, clock.instant());
        if (then == RefundStatus.REFUNDING) {
            start.withFees(order, refund);
        }
        return refunds.find(id).orElseThrow();
    }

    /** Staff takes up a member's request, says which pieces go back on the shelf and which way money goes that needs one. */
    @Transactional
    public Refund accept(OrderId orderId, long id, DecideRequest.Acceptance acceptance, StaffId by) {
        Order order = returns.lock(orderId);
        Refund refund = require(id);
        if (refund.status() != RefundStatus.REQUESTED) {
            throw RefundProblem.REFUND_NOT_REQUESTED.with("status", refund.status());
        }
        boolean otherWay = start.choose(order, refund, acceptance);
        long others = order.state().refundedMinor() - refund.amounts().amountMinor();
        boolean waits = otherWay || making.needsApproval(RefundBasis.of(order), refund, others);
        refunds.standsFor(id, by);
        refunds.change(
                refund,
                waits ? RefundStatus.WAITING_APPROVAL : RefundStatus.REFUNDING,
                by,
                acceptance.note(),
                clock.instant());
        if (!waits) {
            start.withFees(order, refunds.find(id).orElseThrow());
        }
        return refunds.find(id).orElseThrow();
    }

    @Transactional
    public Refund approve(OrderId orderId, long id, StaffId by) {
        Order order = returns.lock(orderId);
        Refund refund = waiting(id, by);
        refunds.change(refund, RefundStatus.REFUNDING, by, null, clock.instant());
        start.withFees(order, refund);
        return refunds.find(id).orElseThrow();
    }

    /** Nothing goes back: pieces and money are free to be asked for again. */
    @Transactional
    public Refund reject(OrderId orderId, long id, StaffId by, @Nullable String note) {
        Order order = returns.lock(orderId);
        Refund refund = require(id);
        if (refund.status() != RefundStatus.REQUESTED) {
            refund = waiting(id, by);
        }
        end(order, refund, RefundStatus.REJECTED, by, note);
        return refunds.find(id).orElseThrow();
    }

    /** The member takes his request back; one that was decided stays. */
    @Transactional
    public Refund withdraw(OrderId orderId, long id) {
        Order order = returns.lock(orderId);
        Refund refund = require(id);
        if (refund.status() == RefundStatus.WITHDRAWN) {
            return refund;
        }
        if (refund.status() != RefundStatus.REQUESTED) {
            throw RefundProblem.REFUND_NOT_REQUESTED.with("status", refund.status());
        }
        end(order, refund, RefundStatus.WITHDRAWN, null, null);
        return refunds.find(id).orElseThrow();
    }

    /** What it needed could not be frozen. */
    @Transactional
    public Refund notPrepared(OrderId orderId, long id, String why) {
        Order order = returns.lock(orderId);
        Refund refund = require(id);
        if (refund.status() == RefundStatus.PREPARING) {
            end(order, refund, RefundStatus.REJECTED, null, why);
        }
        return refunds.find(id).orElseThrow();
    }

    void end(Order order, Refund refund, RefundStatus how, @Nullable StaffId by, @Nullable String note) {
        refunds.change(refund, how, by, note, clock.instant());
        if (refund.kind() == Refund.Kind.EXCHANGE) {
            refund.parts().forEach(part -> start.leave(part, part.amountMinor()));
        }
        returns.giveBack(order.id(), refund.booking());
        parts.moveCarried(refund.parts(), -1);
    }

    private Refund waiting(long id, StaffId by) {
        Refund refund = require(id);
        if (refund.status() != RefundStatus.WAITING_APPROVAL) {
            throw RefundProblem.REFUND_NOT_WAITING.with("status", refund.status());
        }
        if (by.equals(refund.asked().staff())) {
            throw RefundProblem.REFUND_SECOND_PERSON.with();
        }
        return refund;
    }

    @Transactional
    public void retry(long id) {
        Refund refund = require(id);
        if (refund.status() != RefundStatus.FAILED) {
            throw RefundProblem.REFUND_NOT_FAILED.with("status", refund.status());
        }
        refunds.change(refund, RefundStatus.REFUNDING, null, null, clock.instant());
        moves.tryAgain(id, clock.instant());
    }

    /** The provider brings on what had failed; somebody else may have been faster. */
    @Transactional
    public void goOn(long id) {
        Refund refund = require(id);
        if (refund.status() == RefundStatus.FAILED) {
            refunds.change(refund, RefundStatus.REFUNDING, null, null, clock.instant());
            moves.tryAgain(id, clock.instant());
        }
    }

    /** A provider refused a part for good. */
    @Transactional
    public void failed(long id, Refund.Part part, String failure) {
        Refund refund = require(id);
        boolean news = moves.tried(part, Refund.PartStatus.FAILED, failure, null);
        if (news && refund.status() == RefundStatus.REFUNDING) {
            refunds.change(refund, RefundStatus.FAILED, null, null, clock.instant());
            alarms.raise(
                    FAILED,
                    Long.toString(id),
                    Map.of("order", refund.order().text(), "part", part.number(), "reason", failure));
        }
    }

    /** Money went back twice: another way, and by the provider as well. */
    @Transactional
    public void paidTwice(Refund.Part part, String providerRefundId) {
        moves.paidTwice(part, "ALSO PAID BY WECHAT " + providerRefundId);
        alarms.raise("REFUND_PAID_TWICE", part.number(), Map.of("amountMinor", part.amountMinor(), "way", part.how()));
    }

    /** When every part is back the refund is done, and everybody is told once. */
    @Transactional
    public Refund finish(OrderId orderId, long id) {
        Order order = returns.lock(orderId);
        return finish(order, require(id));
    }

    Refund finish(Order order, Refund refund) {
        boolean running = refund.status() == RefundStatus.REFUNDING || refund.status() == RefundStatus.FAILED;
        if (!running || !refund.isBack()) {
            return refund;
        }
        Instant now = clock.instant();
        LocalDate date = stores.requireWithDayOpen(refund.store()).businessDateOf(now);
        refunds.finish(refund, now, date);
        alarms.clear(FAILED, Long.toString(refund.id()));
        if (refund.kind() != Refund.Kind.SURPLUS) {
            boolean full = RefundPlanner.isFull(
                    RefundBasis.of(order), refunds.piecesBack(order.id(), List.of(RefundStatus.DONE)));
            returns.done(order, refund.amounts().amountMinor(), full);
            handOver.done(order, refund);
            outbox.add(RefundEvents.refunded(order, refund, handOver.usesBack(order, refund), full, now, date));
        }
        return refunds.find(refund.id()).orElseThrow();
    }

    private Refund require(long id) {
        return refunds.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
    }
}
