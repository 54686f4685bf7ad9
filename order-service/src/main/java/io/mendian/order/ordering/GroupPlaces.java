package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.OrderId;
import io.mendian.order.campaign.client.CampaignClient;
import io.mendian.runtime.problem.ProblemException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A member has one place in a group. Who cancels his order, or is told to order anew, may do so before marketing-service
 * has heard of the end of the first order: its place is given back then, and the question asked again.
 */
@Component
class GroupPlaces {

    private final CampaignClient campaigns;
    private final Orders orders;

    GroupPlaces(CampaignClient campaigns, Orders orders) {
        this.campaigns = campaigns;
        this.orders = orders;
    }

    void ask(MemberKey member, Runnable question) {
        boolean ignored = ask(member, () -> {
            question.run();
            return true;
        });
    }

    <T> T ask(MemberKey member, Supplier<T> question) {
        try {
            return question.get();
        } catch (ProblemException refusal) {
            String ended = endedOrder(refusal, member);
            if (ended == null) {
                throw refusal;
            }
            campaigns.release(ended);
            return question.get();
        }
    }

    private @Nullable String endedOrder(ProblemException refusal, MemberKey member) {
        Object order = refusal.facts().get("orderId");
        if (order == null || !refusal.problem().name().equals("GROUP_ALREADY_JOINED")) {
            return null;
        }
        String id = order.toString();
        return orders.find(OrderId.parse(id))
                .filter(known -> member.equals(known.head().member()) && known.status() == OrderStatus.CANCELLED)
                .map(known -> id)
                .orElse(null);
    }
}
