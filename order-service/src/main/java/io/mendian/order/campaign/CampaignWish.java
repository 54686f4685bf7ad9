package io.mendian.order.campaign;

import org.jspecify.annotations.Nullable;

/** A line that is to be bought by a campaign offer; {@code groupId} joins a group, null opens one; {@code bargainId} is the buyer's own. */
public record CampaignWish(
        String offerId, @Nullable String groupId, @Nullable String bargainId) {}
