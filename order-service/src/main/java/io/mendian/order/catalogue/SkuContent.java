package io.mendian.order.catalogue;

import io.mendian.contracts.order.CardTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that headquarters says about a SKU; two equal contents are the same SKU unchanged. */
public record SkuContent(
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
        @Nullable ScaleItem scale) {

    public SkuContent {
        barcodes = List.copyOf(barcodes);
    }

    /** A product that is not sold by weight. */
    public SkuContent(
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
            boolean active) {
        this(
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
                null);
    }
}
