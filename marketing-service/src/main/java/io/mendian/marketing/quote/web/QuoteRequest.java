package io.mendian.marketing.quote.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.kernel.TypedId;
import io.mendian.marketing.pricing.BasketLine;
import io.mendian.marketing.pricing.Customer;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A basket as order-service sends it; a quote gives it back as {@code asked}, with which it can be computed again. */
record QuoteRequest(
        @NotNull StoreId storeId,
        @Nullable MemberKey memberKey,
        @Nullable @Size(max = 20) String channel,
        @NotNull Instant at,
        @NotEmpty @Size(max = 200) @Valid List<Line> lines,
        @Nullable @Size(max = 32) String level,
        @Nullable @Min(0) Long memberPaidOrders,
        @Nullable @Size(max = 200) List<@NotBlank @Size(max = 40) String> segments,
        @Nullable @Size(max = 10) List<@NotBlank @Size(max = 20) String> payWith,
        @Nullable @Min(0) @Max(1000) Long levelPricePermille,
        @Nullable @Size(max = 20) List<@Pattern(regexp = TypedId.PATTERN) String> couponIds,
        @Nullable @Min(-1) Long usePoints,
        @Nullable @Min(0) Long pointsBalance,
        @Nullable @Min(0) @Max(1_000_000_000) Long pointsPerCurrencyUnit,
        @Nullable @Min(0) @Max(1000) Long pointsCapPermille,
        @Nullable @Pattern(regexp = TypedId.PATTERN) String holdId,
        @NotBlank @Size(min = 3, max = 3) String currency) {

    record Line(
            @NotBlank @Size(max = 40) String lineId,
            @NotNull SkuId skuId,
            @NotBlank String kind,
            @Nullable String category,
            @Min(1) @Max(100_000) long quantity,
            @Min(0) @Max(10_000_000_000L) long unitListMinor,
            @Nullable @Min(0) @Max(10_000_000_000L) Long unitMemberMinor,
            @Nullable @Min(0) @Max(10_000_000_000L) Long unitFloorMinor,
            @Nullable Boolean noDiscount) {

        BasketLine basketLine(boolean member) {
            return new BasketLine(
                    lineId,
                    skuId,
                    kind,
                    category == null ? "" : category,
                    quantity,
                    unitListMinor,
                    member ? unitMemberMinor : null,
                    unitFloorMinor == null ? 0 : unitFloorMinor,
                    Boolean.TRUE.equals(noDiscount));
        }

        Line withFloor(long floor) {
            return new Line(lineId, skuId, kind, category, quantity, unitListMinor, unitMemberMinor, floor, noDiscount);
        }
    }

    QuoteCommand command() {
        if (lines.stream().map(Line::lineId).distinct().count() != lines.size()) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "two lines have the same lineId");
        }
        return new QuoteCommand(
                storeId,
                memberKey,
                new Customer(memberKey != null, level, set(segments), memberPaidOrders, channel, set(payWith)),
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

    /** The same basket with the floors that were in force; whose hold kept what does not matter to the price. */
    QuoteRequest withFloors(List<BasketLine> priced) {
        List<Line> floored = lines.stream()
                .map(line -> priced.stream()
                        .filter(each -> each.lineId().equals(line.lineId()))
                        .findFirst()
                        .map(each -> line.withFloor(each.unitFloorMinor()))
                        .orElse(line))
                .toList();
        return new QuoteRequest(
                storeId,
                memberKey,
                channel,
                at,
                floored,
                level,
                memberPaidOrders,
                segments,
                payWith,
                levelPricePermille,
                couponIds,
                usePoints,
                pointsBalance,
                pointsPerCurrencyUnit,
                pointsCapPermille,
                null,
                currency);
    }

    private Currency money() {
        try {
            return Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw CommonProblem.INVALID_REQUEST.with("reason", "currency is not an ISO 4217 code");
        }
    }

    private static Set<String> set(@Nullable List<String> words) {
        return words == null ? Set.of() : Set.copyOf(words);
    }

    private static long or(@Nullable Long value, long otherwise) {
        return value == null ? otherwise : value;
    }
}
