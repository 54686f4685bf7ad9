package io.mendian.order.catalogue.web;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.catalogue.ScaleItem;
import io.mendian.order.catalogue.SkuContent;
import io.mendian.order.catalogue.SkuKind;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A product as headquarters types it in; {@code version} is the one that was read, for a change only. */
record SkuRequest(
        @NotBlank @Size(max = 40) String code,
        @Nullable @Size(max = 20) List<@NotBlank String> barcodes,
        @NotNull SkuKind kind,
        @NotBlank @Size(max = 120) String name,
        @Nullable @Size(max = 60) String category,
        @Nullable @Size(max = 10) String unit,

        @PositiveOrZero @Schema(description = "smallest currency unit")
        long listPriceMinor,

        @Nullable @PositiveOrZero Long memberPriceMinor,
        @Nullable Integer durationMinutes,
        @Nullable @Valid Terms cardTerms,
        @Nullable String rechargePackageId,
        @Nullable Boolean active,
        @Nullable Long version,
        @Nullable @Valid Scale scale) {

    /** Sold by weight: the number its scale knows it by, and for how many grams the list price is. */
    record Scale(
            @Min(1) @Max(999_999) long code,
            @Min(1) @Max(100_000) int perGrams) {}

    /** What a card gives; empty lists mean every service and every store. */
    record Terms(
            @NotBlank @Schema(allowableValues = {"PUNCH", "PERIOD", "GIFT"})
            String kind,

            @PositiveOrZero long uses,
            @Nullable Integer validDays,
            @Nullable @Size(max = 200) List<SkuId> serviceSkuIds,
            @Nullable @Size(max = 200) List<StoreId> storeIds,

            @Nullable @Positive @Schema(description = "of a gift card, smallest currency unit")
            Long valueMinor) {

        CardTerms terms() {
            return new CardTerms(
                    kind,
                    uses,
                    validDays,
                    serviceSkuIds == null ? List.of() : serviceSkuIds,
                    storeIds == null ? List.of() : storeIds,
                    valueMinor);
        }
    }

    SkuContent content() {
        return new SkuContent(
                code.strip(),
                barcodes == null
                        ? List.of()
                        : barcodes.stream().map(String::strip).toList(),
                kind,
                clean(name),
                category == null || category.isBlank() ? "未分类" : clean(category),
                unit == null || unit.isBlank() ? kind.usualUnit() : clean(unit),
                listPriceMinor,
                memberPriceMinor,
                durationMinutes,
                cardTerms == null ? null : cardTerms.terms(),
                rechargePackageId,
                active == null || active,
                scale == null ? null : new ScaleItem(scale.code, scale.perGrams));
    }

    private static String clean(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    }
}
