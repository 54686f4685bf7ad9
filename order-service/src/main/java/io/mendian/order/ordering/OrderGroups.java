package io.mendian.order.ordering;

import io.mendian.kernel.OrderId;
import io.mendian.order.campaign.CampaignPurchase;
import io.mendian.order.campaign.GroupState;
import io.mendian.runtime.persistence.Guard;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What orders have of campaign offers, inside the order's transaction; a group ends once. */
@Component
public class OrderGroups {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderGroups(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps it with a new order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(OrderId order, CampaignPurchase purchase) {
        String group = purchase.groupId();
        GroupState state = purchase.group();
        int changed = jdbc.sql("UPDATE sales_order SET campaign = ?, group_id = ?, group_state = ? WHERE id = ?")
                .param(json.writeValueAsString(purchase.terms()))
                .param(group == null ? null : Long.valueOf(group))
                .param(state == null ? null : state.name())
                .param(order.value())
                .update();
        Guard.one(changed, () -> stale(order));
    }

    /** The pending group of an order has succeeded or failed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(OrderId order, GroupState how) {
        int changed = jdbc.sql("UPDATE sales_order SET group_state = ? WHERE id = ? AND group_state = 'PENDING'")
                .params(how.name(), order.value())
                .update();
        Guard.one(changed, () -> stale(order));
    }

    /** Of which group an order is, and where that stands; null for any other order. */
    static @Nullable CampaignPurchase read(
            JsonMapper json, @Nullable String terms, @Nullable Long group, @Nullable String state) {
        return terms == null
                ? null
                : new CampaignPurchase(
                        json.readValue(terms, CampaignPurchase.Terms.class),
                        group == null ? null : Long.toString(group),
                        state == null ? null : GroupState.valueOf(state));
    }

    private static ConcurrencyFailureException stale(OrderId order) {
        return new ConcurrencyFailureException("order " + order + " changed meanwhile");
    }
}
