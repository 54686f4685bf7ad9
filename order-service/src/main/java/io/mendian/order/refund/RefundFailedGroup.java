package io.mendian.order.refund;

import io.mendian.kernel.OrderId;
import io.mendian.order.campaign.CampaignPurchase;
import io.mendian.order.campaign.GroupState;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderGroups;
import io.mendian.order.ordering.OrderProblem;
import io.mendian.order.ordering.OrderReturns;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/**
 * The group of a paid order has failed: all that is left of it goes back to its tenders, without anybody's word. The mark on the order
 * and the refund are made in one transaction, so it happens once; requests that still wait give way to it.
 */
@UseCase
public class RefundFailedGroup {

    private static final String WHY = "拼团未成团，自动退款";

    private final OrderReturns returns;
    private final OrderGroups groups;
    private final RefundLists lists;
    private final Refunds refunds;
    private final RefundSteps steps;
    private final Clock clock;

    RefundFailedGroup(
            OrderReturns returns,
            OrderGroups groups,
            RefundLists lists,
            Refunds refunds,
            RefundSteps steps,
            Clock clock) {
        this.returns = returns;
        this.groups = groups;
        this.lists = lists;
        this.refunds = refunds;
        this.steps = steps;
        this.clock = clock;
    }

    @Transactional
    public void refund(OrderId id) {
        Order order = returns.lock(id);
        CampaignPurchase campaign = order.campaign();
        if (campaign == null || campaign.group() != GroupState.PENDING) {
            return; // told before
        }
        if (order.status() != OrderStatus.REFUNDED && !order.status().isReturnable()) {
            throw OrderProblem.ORDER_NOT_PAID.with();
        }
        groups.end(id, GroupState.FAILED);
        for (long waiting : lists.waitingOf(id)) {
            Refund refund = refunds.lock(waiting).orElseThrow();
            steps.end(order, refund, RefundStatus.REJECTED, null, WHY);
        }
        List<ReturnWish> left = returns.lock(id).lines().stream()
                .filter(line -> line.quantity() > line.refundedQuantity())
                .map(line -> new ReturnWish(line.lineId(), line.quantity() - line.refundedQuantity(), true))
                .toList();
        if (!left.isEmpty()) {
            Refund.Asked asked =
                    new Refund.Asked(Refund.By.SYSTEM, null, null, WHY, Refund.Cause.MERCHANT, clock.instant());
            Refund ignored =
                    steps.begin(Ids.next(), new RefundWanted(id, Refund.Kind.RETURN, left, asked, List.of()), Map.of());
        }
    }
}
