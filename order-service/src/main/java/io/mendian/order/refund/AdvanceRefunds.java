package io.mendian.order.refund;

import io.mendian.kernel.TypedId;
import io.mendian.order.ordering.OrderQueries;
import io.mendian.order.payment.WeChatPayment;
import io.mendian.order.payment.WeChatPayments;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;

/**
 * Brings refunds on: freezes what they take from a member's cards, then brings the money back. Also takes up surplus money,
 * and frees what was frozen for a refund that came to nothing. Calls others between transactions.
 */
@UseCase
public class AdvanceRefunds {

    private static final Logger LOG = LoggerFactory.getLogger(AdvanceRefunds.class);

    private final Refunds refunds;
    private final RefundLists lists;
    private final RefundSteps steps;
    private final RefundAssets assets;
    private final ProviderRefunds provider;
    private final HandOver handOver;
    private final WeChatPayments payments;
    private final OrderQueries orders;
    private final Clock clock;

    AdvanceRefunds(
            Refunds refunds,
            RefundLists lists,
            RefundSteps steps,
            RefundAssets assets,
            ProviderRefunds provider,
            HandOver handOver,
            WeChatPayments payments,
            OrderQueries orders,
            Clock clock) {
        this.refunds = refunds;
        this.lists = lists;
        this.steps = steps;
        this.assets = assets;
        this.provider = provider;
        this.handOver = handOver;
        this.payments = payments;
        this.orders = orders;
        this.clock = clock;
    }

    /** Takes up to {@code limit} surplus payments and as many refunds that are due. */
    public void advanceAll(int limit) {
        for (WeChatPayment payment : payments.surplus(limit)) {
            try {
                Refund ignored = steps.beginSurplus(payment);
            } catch (DuplicateKeyException e) {
                LOG.debug("payment {} is refunded by another node", payment.id());
            }
        }
        for (long id : lists.due(clock.instant(), limit)) {
            tryTo(id, () -> {
                Refund ignored = advance(refunds.find(id).orElseThrow());
            });
        }
        for (long id : lists.frozenForNothing(limit)) {
            tryTo(id, () -> free(refunds.find(id).orElseThrow()));
        }
    }

    private static void tryTo(long id, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.warn("refund {} is tried again", id, e);
        }
    }

    /** The provider says that something happened to one of our refunds; what it says is asked for, not believed. */
    public void told(String outRefundNo) {
        if (!outRefundNo.matches("R" + TypedId.PATTERN)) {
            return;
        }
        long partId = Long.parseLong(outRefundNo.substring(1));
        refunds.refundOfPart(partId).flatMap(refunds::find).ifPresent(refund -> {
            refund.parts().stream().filter(part -> part.id() == partId).forEach(part -> provider.look(refund, part));
            Refund ignored = advance(refunds.find(refund.id()).orElseThrow());
        });
    }

    Refund advance(Refund refund) {
        return switch (refund.status()) {
            case PREPARING -> prepare(refund);
            case REFUNDING -> bringBack(refund);
            case REJECTED, WITHDRAWN -> {
                tryTo(refund.id(), () -> free(refund));
                yield refund;
            }
            case REQUESTED, EXCHANGING, WAITING_APPROVAL, DONE, FAILED -> refund;
        };
    }

    /** Freezes what it takes from the member; refused, nothing goes back and the reason is told. */
    private Refund prepare(Refund refund) {
        try {
            assets.freeze(orders.require(refund.order()), refund);
        } catch (ProblemException e) {
            if (e.problem().status() >= 500) {
                throw e;
            }
            Refund over =
                    steps.notPrepared(refund.order(), refund.id(), e.problem().name());
            tryTo(refund.id(), () -> free(over));
            throw e;
        }
        CrashPoints.at("refund", "frozen");
        return advance(steps.prepared(refund.order(), refund.id()));
    }

    private void free(Refund refund) {
        Refund.AssetHold hold = refund.assets().hold();
        if (hold == Refund.AssetHold.WANTED || hold == Refund.AssetHold.HELD) {
            assets.free(refund.id());
            refunds.assets(refund.id(), hold, Refund.AssetHold.FREE);
        }
    }

    private Refund bringBack(Refund refund) {
        for (Refund.Part part : refund.parts()) {
            switch (part.status()) {
                case DONE, FAILED -> {
                    // nothing to do until somebody asks for a retry
                }
                case PENDING, REQUESTED -> {
                    if (part.byProvider()) {
                        provider.bringBack(refund, part);
                    } else {
                        // the clerk hands it over; member-service books it back by the event
                        handOver.hand(refund, part);
                    }
                }
            }
        }
        return steps.finish(refund.order(), refund.id());
    }
}
