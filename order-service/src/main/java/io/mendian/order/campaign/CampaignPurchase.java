package io.mendian.order.campaign;

import io.mendian.kernel.SkuId;
import org.jspecify.annotations.Nullable;

/** What an order takes of a campaign offer; an order takes of one offer only. A group has the id of the order that opened it. */
public record CampaignPurchase(
        Terms terms, @Nullable String groupId, @Nullable GroupState group) {

    /** What was agreed; never changes. {@code unitMinor} for one piece. */
    public record Terms(
            CampaignKind kind,
            String offerId,
            SkuId skuId,
            long pieces,
            long unitMinor,
            @Nullable String bargainId) {}

    public boolean isGroupBuy() {
        return terms.kind() == CampaignKind.GROUP_BUY;
    }

    /** The purchase of a certain order: without a group to join it opens its own. */
    public CampaignPurchase of(String orderId) {
        return isGroupBuy()
                ? new CampaignPurchase(terms, groupId == null ? orderId : groupId, GroupState.PENDING)
                : this;
    }

    /** The group to join, or null for the order that opens it. */
    public @Nullable String joins(String orderId) {
        return orderId.equals(groupId) ? null : groupId;
    }

    /** Refuses to hand anything over before the group has succeeded. */
    public void requireSettled() {
        if (group == GroupState.PENDING) {
            throw CampaignProblem.GROUP_PENDING.with();
        }
        if (group == GroupState.FAILED) {
            throw CampaignProblem.GROUP_FAILED.with();
        }
    }
}
