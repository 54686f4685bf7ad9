package io.mendian.order.ordering;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StaffId;
import io.mendian.kernel.StoreId;
import io.mendian.order.campaign.CampaignWish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to buy.
 *
 * @param couponIds the coupons chosen; null takes the best
 * @param usePoints points to pay with; 0 none, -1 as many as allowed
 * @param payWith the means he will pay with, for prices that depend on it; empty: any
 */
public record Basket(
        StoreId store, List<Item> items, @Nullable List<String> couponIds, long usePoints, List<TenderKind> payWith) {

    /**
     * Pieces of one product, named by its id or a barcode; {@code staff} did the service or gets the credit.
     *
     * @param exchangeOffer takes the pieces for points by this offer
     * @param campaign takes the pieces by a campaign offer
     * @param byCard pays a service by uses of a punch or period card: {@code cardId}, or the one that ends first
     */
    public record Item(
            @Nullable SkuId sku,
            @Nullable String barcode,
            long quantity,
            @Nullable StaffId staff,
            @Nullable Long exchangeOffer,
            boolean byCard,
            @Nullable String cardId,
            @Nullable CampaignWish campaign) {

        /** Pieces that are simply bought. */
        public Item(@Nullable SkuId sku, @Nullable String barcode, long quantity, @Nullable StaffId staff) {
            this(sku, barcode, quantity, staff, null, false, null, null);
        }

        /** Pieces for points, or paid by a card. */
        public Item(
                @Nullable SkuId sku,
                @Nullable String barcode,
                long quantity,
                @Nullable StaffId staff,
                @Nullable Long exchangeOffer,
                boolean byCard,
                @Nullable String cardId) {
            this(sku, barcode, quantity, staff, exchangeOffer, byCard, cardId, null);
        }
    }

    public Basket {
        items = List.copyOf(items);
        payWith = List.copyOf(payWith);
    }

    /** A basket that may be paid by any means. */
    public Basket(StoreId store, List<Item> items, @Nullable List<String> couponIds, long usePoints) {
        this(store, items, couponIds, usePoints, List.of());
    }
}
