package io.mendian.order.ordering;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.order.campaign.CampaignKind;
import io.mendian.order.campaign.CampaignProblem;
import io.mendian.order.campaign.CampaignPurchase;
import io.mendian.order.campaign.CampaignWish;
import io.mendian.order.campaign.client.CampaignClient;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lines that are bought by a campaign offer: they cost what it says, and no other rule touches them. An order has one at most. */
@Component
class CampaignLines {

    private final CampaignClient campaigns;
    private final GroupPlaces places;

    CampaignLines(CampaignClient campaigns, GroupPlaces places) {
        this.campaigns = campaigns;
        this.places = places;
    }

    static boolean is(BasketProducts.Found line) {
        return line.item().campaign() != null;
    }

    /** Refuses what cannot be sold so; asks nobody. */
    static void check(List<BasketProducts.Found> lines, Channel channel) {
        long taken = lines.stream().filter(CampaignLines::is).count();
        if (taken == 0) {
            return;
        }
        if (channel != Channel.MINI_PROGRAM) {
            throw CampaignProblem.CAMPAIGN_IN_APP_ONLY.with();
        }
        if (taken > 1) {
            throw CampaignProblem.CAMPAIGN_ONE_LINE.with();
        }
        for (BasketProducts.Found line : lines) {
            Basket.Item item = line.item();
            if (is(line) && (item.byCard() || item.exchangeOffer() != null)) {
                throw CampaignProblem.CAMPAIGN_AND_OTHER.with("line", line.no());
            }
        }
    }

    /** The line at the offer's price; {@code alone}: nothing else is in the basket. */
    PricedLine price(BasketProducts.Found line, StoreId store, @Nullable MemberKey member, boolean alone) {
        CampaignWish wish = Objects.requireNonNull(line.item().campaign());
        MemberKey buyer = Objects.requireNonNull(member);
        long pieces = line.item().quantity();
        var asked = new CampaignClient.PriceRequest(
                wish.offerId(), store, line.sku().id(), buyer, pieces, wish.groupId(), wish.bargainId());
        CampaignClient.Price price = places.ask(buyer, () -> campaigns.price(asked));
        if (price.kind() == CampaignKind.GROUP_BUY && !alone) {
            throw CampaignProblem.CAMPAIGN_STANDS_ALONE.with();
        }
        // a list price that fell below the offer's price after the offer was made
        long unit = Math.max(line.sku().listPriceMinor(), price.unitPriceMinor());
        long list = Math.multiplyExact(unit, pieces);
        long net = Math.multiplyExact(price.unitPriceMinor(), pieces);
        String text = price.kind().zh() + "：" + price.name();
        Explanation why = new Explanation("CAMPAIGN:" + price.offerId(), text, net - list);
        CampaignPurchase purchase = new CampaignPurchase(
                new CampaignPurchase.Terms(
                        price.kind(),
                        price.offerId(),
                        line.sku().id(),
                        pieces,
                        price.unitPriceMinor(),
                        price.kind() == CampaignKind.BARGAIN ? wish.bargainId() : null),
                price.kind() == CampaignKind.GROUP_BUY ? wish.groupId() : null,
                null);
        return new PricedLine(
                        line.no(), line.sku(), pieces, line.item().staff(), unit, list, net, 0, null, List.of(why))
                .by(purchase);
    }
}
