package io.mendian.marketing.quote.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.PointsTerms;
import io.mendian.marketing.quote.QuoteCommand;
import io.mendian.runtime.problem.CommonProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A basket as order-service sends it. */
record QuoteRequest(
        @NotNull StoreId storeId,
        @Nullable MemberKey memberKey,
        @Nullable String channel,
        @NotNull Instant at,
        @NotEmpty @Size(max = 200) @Valid List<Line> lines,
        @Nullable String level,
        @Nullable @Size(max = 20) String payWith,
        @Nullable @Min(0) @Max(1000) Long levelPricePermille,
        @Nullable @Size(max = 20) List<@Pattern(regexp = "\\d{1,18}") String> couponIds,
        @Nullable @Min(-1) Long usePoints,
        @Nullable @Min(0) Long pointsBalance,
        @Nullable @Min(0) @Max(1_000_000_000) Long pointsPerCurrencyUnit,
        @Nullable @Min(0) @Max(1000) Long pointsCapPermille,
        @Nullable @Pattern(regexp = "\\d{1,18}") String holdId,
        @NotBlank @Size(min = 3, max = 3) String currency) {

    record Line(
            @NotBlank @Size(max = 40) String lineId,
            @NotNull SkuId skuId,
            @NotBlank String kind,
            @Nullable String category,
            @Min(1) @Max(100_000) long quantity,
            @Min(0) @Max(10_000_000_000L) long unitListMinor,
            @Nullable @Min(0) @Max(10_000_000_000L) Long unitMemberMinor,
            @Nullable @Min(0) @Max(10_000_000_000L) Long unitFloorMinor) {

        BasketLine basketLine(boolean member) {
            return new BasketLine(
                    lineId,
                    skuId,
                    kind,
                    category == null ? "" : category,
                    quantity,
                    unitListMinor,
                    member ? unitMemberMinor : null,
                    unitFloorMinor == null ? 0 : unitFloorMinor);
        }
    }

    QuoteCommand command() {
        if (lines.stream().map(Line::lineId).distinct().count() != lines.size()) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "two lines have the same lineId");
        }
        return new QuoteCommand(
                storeId,
                memberKey,
                channel,
                level,
                payWith,
                at,
                money(),
                lines.stream().map(line -> line.basketLine(memberKey != null)).toList(),
                or(levelPricePermille, 1000),
                couponIds == null
                        ? null
                        : couponIds.stream().map(Long::parseLong).toList(),
                holdId == null ? null : Long.parseLong(holdId),
                new PointsTerms(
                        or(usePoints, 0),
                        or(pointsBalance, 0),
                        or(pointsPerCurrencyUnit, 0),
                        or(pointsCapPermille, 0)));
    }

    private Currency money() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "currency is not an ISO 4217 code");
        }
    }

    private static long or(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }
}
