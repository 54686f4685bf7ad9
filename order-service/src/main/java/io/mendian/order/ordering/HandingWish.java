package io.mendian.order.ordering;

import io.mendian.order.campaign.CampaignProblem;
import io.mendian.order.campaign.CampaignPurchase;
import org.jspecify.annotations.Nullable;

/** How the buyer wants to have his goods; {@code recipient} is there exactly where they are sent. */
public record HandingWish(Handing handing, @Nullable Recipient recipient) {

    /** Taken along. */
    public static final HandingWish COUNTER = new HandingWish(Handing.COUNTER, null);

    public HandingWish {
        if ((handing == Handing.DELIVERY) != (recipient != null)) {
            throw OrderProblem.RECIPIENT_NEEDED.with();
        }
    }

    /** Only goods can be fetched later or sent: a service is done, and a card or a balance is there at once. */
    void check(Priced priced) {
        boolean waits = priced.lines().stream().anyMatch(HandingWish::waitsForGroup);
        if (handing == Handing.COUNTER && waits) {
            throw CampaignProblem.GROUP_HANDING_NEEDED.with();
        }
        if (handing != Handing.COUNTER) {
            priced.lines().stream()
                    .filter(line -> !line.sku().kind().isThing())
                    .findFirst()
                    .ifPresent(line -> {
                        throw OrderProblem.HANDING_FOR_GOODS.with(
                                "name", line.sku().name(), "handing", handing.zh());
                    });
        }
    }

    /** Goods of a group-buy are handed over when it has succeeded, never along with the payment. */
    private static boolean waitsForGroup(PricedLine line) {
        CampaignPurchase campaign = line.campaign();
        return campaign != null && campaign.isGroupBuy() && line.sku().kind().isThing();
    }
}
