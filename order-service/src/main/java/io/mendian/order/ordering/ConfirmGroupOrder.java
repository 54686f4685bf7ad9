package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.campaign.CampaignPurchase;
import io.mendian.order.campaign.GroupState;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.problem.CommonProblem;
import org.springframework.transaction.annotation.Transactional;

/** The group of an order has succeeded: its goods may be handed over. Told twice is told once. */
@UseCase
public class ConfirmGroupOrder {

    private final Orders orders;
    private final OrderGroups groups;

    ConfirmGroupOrder(Orders orders, OrderGroups groups) {
        this.orders = orders;
        this.groups = groups;
    }

    @Transactional
    public void confirm(OrderId id) {
        Order order = orders.lock(id).orElseThrow(CommonProblem.NOT_FOUND::with);
        CampaignPurchase campaign = order.campaign();
        if (campaign != null && campaign.group() == GroupState.PENDING) {
            groups.end(id, GroupState.SUCCEEDED);
        }
    }
}
