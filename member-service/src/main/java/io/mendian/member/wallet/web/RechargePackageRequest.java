package io.mendian.member.wallet.web;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.member.wallet.RechargeExtras;
import io.mendian.member.wallet.RechargeOffer;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A recharge package; amounts in the smallest currency unit. Left out, active means yes and extras nothing. */
record RechargePackageRequest(
        @NotBlank @Size(max = 64) String name,
        @Positive long principalMinor,
        @PositiveOrZero long bonusMinor,
        @Nullable Boolean active,
        @Nullable @Valid Extras extras) {

    /** What it gives besides the bonus at once. */
    record Extras(
            @Nullable @Valid @Size(max = 36) List<Part> instalments,
            @PositiveOrZero @Max(10_000_000) long points,
            @Nullable @Valid @Size(max = 10) List<Coupons> coupons,
            @Nullable @Valid @Size(max = 5) List<Card> cards) {}

    /** Bonus that is credited this many days after the payment. */
    record Part(@Min(1) @Max(3660) int afterDays, @Positive long bonusMinor) {}

    /** Coupons of a template. */
    record Coupons(
            @NotBlank @Pattern(regexp = TypedId.PATTERN) String templateId,
            @Min(1) @Max(20) int count,
            @PositiveOrZero long valueMinor) {}

    /** A punch card and its declared value. */
    record Card(
            @NotNull SkuId productSkuId,
            @NotBlank @Size(max = 100) String name,
            @Min(1) @Max(1000) long uses,
            @Nullable @Min(1) @Max(3660) Integer validDays,
            @Nullable @Size(max = 50) List<SkuId> serviceSkuIds,
            @Nullable @Size(max = 50) List<StoreId> storeIds,
            @PositiveOrZero long valueMinor) {}

    RechargeOffer offer() {
        return new RechargeOffer(name, principalMinor, bonusMinor, active == null || active, given());
    }

    private RechargeExtras given() {
        return extras == null
                ? RechargeExtras.NONE
                : new RechargeExtras(
                        list(extras.instalments()).stream()
                                .map(one -> new RechargeExtras.Instalment(one.afterDays(), one.bonusMinor()))
                                .toList(),
                        extras.points(),
                        list(extras.coupons()).stream()
                                .map(one -> new RechargeExtras.Coupons(one.templateId(), one.count(), one.valueMinor()))
                                .toList(),
                        list(extras.cards()).stream()
                                .map(one -> new RechargeExtras.GiftedCard(
                                        one.productSkuId(),
                                        one.name(),
                                        one.uses(),
                                        one.validDays(),
                                        list(one.serviceSkuIds()),
                                        list(one.storeIds()),
                                        one.valueMinor()))
                                .toList());
    }

    private static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
