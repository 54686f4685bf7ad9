package io.mendian.order.catalogue.web;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.ScaleItem;
import io.mendian.order.catalogue.ScaleLabels;
import io.mendian.order.catalogue.Sku;
import io.mendian.order.catalogue.SkuKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product as customers and clerks see it. {@code memberPriceMinor} is the price of those whose level has member prices;
 * what a customer really pays, his level's discount included, is the quote's word.
 */
record CatalogueItem(
        SkuId skuId,
        String code,
        SkuKind kind,
        String name,
        String category,
        String unit,
        long listPriceMinor,
        @Nullable Long memberPriceMinor,
        String currency,
        @Nullable Integer durationMinutes,
        @Nullable CardTerms cardTerms,
        @Nullable String rechargePackageId,
        @Nullable ScaleItem scale,
        @Nullable Pack pack) {

    /** What a scale's label says: this much for this price, and how the price came about. */
    record Pack(long grams, long priceMinor, boolean labelPrice, String text) {}

    /** One page; send {@code next} as {@code after} for more. */
    record Page(List<CatalogueItem> items, @Nullable String next) {}

    static CatalogueItem of(ScaleLabels.Pack pack, String currency) {
        CatalogueItem item = of(pack.sku(), currency, true);
        return new CatalogueItem(
                item.skuId,
                item.code,
                item.kind,
                item.name,
                item.category,
                item.unit,
                item.listPriceMinor,
                item.memberPriceMinor,
                item.currency,
                item.durationMinutes,
                item.cardTerms,
                item.rechargePackageId,
                item.scale,
                new Pack(pack.grams(), pack.priceMinor(), pack.labelPrice(), pack.text()));
    }

    static CatalogueItem of(Sku sku, String currency, boolean memberPrice) {
        return new CatalogueItem(
                sku.id(),
                sku.code(),
                sku.kind(),
                sku.name(),
                sku.category(),
                sku.unit(),
                sku.listPriceMinor(),
                memberPrice ? sku.memberPriceMinor() : null,
                currency,
                sku.durationMinutes(),
                sku.cardTerms(),
                sku.rechargePackageId(),
                sku.scale(),
                null);
    }
}
