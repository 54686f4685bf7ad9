package io.mendian.order.catalogue;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.SkuId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sellable unit. Prices are in the smallest unit of the chain's currency; {@code durationMinutes} is set for services
 * only, {@code cardTerms} for cards only, {@code rechargePackageId} for recharges only. An inactive SKU stays known (old
 * orders name it) but is not sold. {@code version} rises by one with each change. {@code scale}: sold by weight, its list
 * price is for so many grams; {@code grams}: this is one weighed pack of it, with the pack's price.
 */
public record Sku(
        SkuId id,
        String code,
        List<String> barcodes,
        SkuKind kind,
        String name,
        String category,
        String unit,
        long listPriceMinor,
        @Nullable Long memberPriceMinor,
        @Nullable Integer durationMinutes,
        @Nullable CardTerms cardTerms,
        @Nullable String rechargePackageId,
        boolean active,
        long version,
        @Nullable ScaleItem scale,
        @Nullable Long grams) {

    /** The built-in SKU on which sales taken over from an old till stand; it cannot be sold or changed. */
    public static final SkuId TAKEOVER = SkuId.of(1);

    /** The built-in SKU of quick receipts: one fen a piece. */
    public static final SkuId AMOUNT = SkuId.of(2);

    public Sku {
        barcodes = List.copyOf(barcodes);
    }

    /** Whether buying it gives a gift card: value that is spent later. */
    public boolean sellsGiftCard() {
        return cardTerms != null && cardTerms.kind().equals("GIFT");
    }

    static Sku of(SkuId id, SkuContent content, long version) {
        return new Sku(
                id,
                content.code(),
                content.barcodes(),
                content.kind(),
                content.name(),
                content.category(),
                content.unit(),
                content.listPriceMinor(),
                content.memberPriceMinor(),
                content.durationMinutes(),
                content.cardTerms(),
                content.rechargePackageId(),
                content.active(),
                version,
                content.scale(),
                null);
    }

    SkuContent content() {
        return new SkuContent(
                code,
                barcodes,
                kind,
                name,
                category,
                unit,
                listPriceMinor,
                memberPriceMinor,
                durationMinutes,
                cardTerms,
                rechargePackageId,
                active,
                scale);
    }

    /** A weighed pack of this product at the pack's own price; a member price does not hold for a price on a label. */
    Sku pack(long grams, long priceMinor, @Nullable Long memberPriceMinor) {
        return new Sku(
                id,
                code,
                barcodes,
                kind,
                name,
                category,
                grams + "克",
                priceMinor,
                memberPriceMinor,
                durationMinutes,
                cardTerms,
                rechargePackageId,
                active,
                version,
                scale,
                grams);
    }
}
