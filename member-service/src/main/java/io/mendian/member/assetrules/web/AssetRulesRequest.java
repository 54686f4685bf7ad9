package io.mendian.member.assetrules.web;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.member.assetrules.AssetRules;
import io.mendian.member.assetrules.SpendingRule;
import io.mendian.member.assetrules.WelcomeCard;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The chain's asset settings; amounts in the smallest currency unit. */
record AssetRulesRequest(
        @NotNull SpendingRule spendingRule,
        @PositiveOrZero long transferFeeMinor,
        @Positive long namedCapMinor,
        @Positive long anonymousCapMinor,
        @Min(AssetRules.LEAST_GIFT_CARD_YEARS) @Max(100) int giftCardYears,
        @Nullable @Valid Welcome welcomeCard,
        @Nullable @Min(0) @Max(20) Integer cardShareMost) {

    /** The free card of newcomers. */
    record Welcome(
            @NotNull SkuId productSkuId,
            @NotBlank @Size(max = 100) String name,
            @Min(1) @Max(1000) long uses,
            @Nullable @Min(1) @Max(3660) Integer validDays,
            @Nullable @Size(max = 50) List<SkuId> serviceSkuIds,
            @Nullable @Size(max = 50) List<StoreId> storeIds) {}

    AssetRules rules() {
        return new AssetRules(
                spendingRule,
                transferFeeMinor,
                namedCapMinor,
                anonymousCapMinor,
                giftCardYears,
                card(welcomeCard),
                cardShareMost);
    }

    private static @Nullable WelcomeCard card(@Nullable Welcome card) {
        return card == null
                ? null
                : new WelcomeCard(
                        card.productSkuId(),
                        card.name(),
                        card.uses(),
                        card.validDays(),
                        card.serviceSkuIds() == null ? List.of() : card.serviceSkuIds(),
                        card.storeIds() == null ? List.of() : card.storeIds());
    }
}
