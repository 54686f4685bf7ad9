package io.mendian.order.ordering;

import io.mendian.contracts.order.RechargeTerms;
import io.mendian.kernel.StaffId;
import io.mendian.order.campaign.CampaignPurchase;
import io.mendian.order.catalogue.Sku;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a basket with its price; {@code exchangePoints} are asked for the line on top of its net amount. */
record PricedLine(
        int no,
        Sku sku,
        long quantity,
        @Nullable StaffId staff,
        long unitListMinor,
        long listMinor,
        long netMinor,
        long pointsMinor,
        @Nullable RechargeTerms recharge,
        List<Explanation> explanations,
        @Nullable Long exchangeOffer,
        long exchangePoints,
        boolean byCard,
        @Nullable String cardId,
        @Nullable CampaignPurchase campaign) {

    PricedLine(
            int no,
            Sku sku,
            long quantity,
            @Nullable StaffId staff,
            long unitListMinor,
            long listMinor,
            long netMinor,
            long pointsMinor,
            @Nullable RechargeTerms recharge,
            List<Explanation> explanations) {
        this(
                no,
                sku,
                quantity,
                staff,
                unitListMinor,
                listMinor,
                netMinor,
                pointsMinor,
                recharge,
                explanations,
                null,
                0,
                false,
                null,
                null);
    }

    /** The line as it is bought by a campaign offer. */
    PricedLine by(CampaignPurchase purchase) {
        return new PricedLine(
                no,
                sku,
                quantity,
                staff,
                unitListMinor,
                listMinor,
                netMinor,
                pointsMinor,
                recharge,
                explanations,
                exchangeOffer,
                exchangePoints,
                byCard,
                cardId,
                purchase);
    }

    /** The line less its share of the order's rounding. */
    PricedLine rounded(long shareMinor) {
        if (shareMinor == 0) {
            return this;
        }
        List<Explanation> why = new ArrayList<>(explanations);
        why.add(new Explanation("ROUNDING", "抹零", -shareMinor));
        return new PricedLine(
                no,
                sku,
                quantity,
                staff,
                unitListMinor,
                listMinor,
                netMinor - shareMinor,
                pointsMinor,
                recharge,
                List.copyOf(why),
                exchangeOffer,
                exchangePoints,
                byCard,
                cardId,
                campaign);
    }
}
