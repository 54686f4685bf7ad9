package io.mendian.marketing.promotion.web;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Stacking;
import io.mendian.marketing.pricing.TimeWindows;
import io.mendian.marketing.promotion.PromotionState;
import io.mendian.marketing.promotion.PromotionTerms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A promotion as headquarters writes it; what is left out takes the widest meaning. */
record PromotionRequest(
        @NotBlank @Size(max = 60) String name,
        @NotBlank String kind,
        @NotNull @Size(max = 20) Map<String, Object> settings,
        @Nullable @Valid PromotionScope scope,
        @Nullable @Valid PromotionStacking stacking,
        @Nullable @Valid PromotionAudience audience,
        @Nullable @Valid PromotionHours hours,
        @NotNull Instant validFrom,
        @NotNull Instant validTo,
        @Nullable PromotionState state,
        @Nullable @Size(max = 100) List<@Size(max = 2000) String> acknowledge) {

    record PromotionScope(
            @Nullable @Size(max = 500) List<SkuId> skuIds,
            @Nullable @Size(max = 200) List<@Size(max = 60) String> categories,
            @Nullable @Size(max = 10) List<@Size(max = 20) String> kinds,
            @Nullable @Size(max = 500) List<StoreId> storeIds) {}

    record PromotionStacking(
            @Nullable @Size(min = 1, max = 32) String category,
            @Nullable @Min(1) @Max(10) Integer perCategory,
            Stacking.@Nullable Exclusive exclusive,
            @Nullable @Size(min = 1, max = 32) String bestOf,
            @Nullable @Size(max = 20) List<@Size(max = 32) String> onlyWith,
            @Nullable @Size(max = 20) List<@Size(max = 32) String> notWith) {
        Stacking stacking() {
            return new Stacking(
                    Objects.requireNonNullElse(category, Stacking.ONE_OF_GENERAL.category()),
                    Objects.requireNonNullElse(perCategory, 1),
                    Objects.requireNonNullElse(exclusive, Stacking.Exclusive.NO),
                    bestOf,
                    set(onlyWith),
                    set(notWith));
        }
    }

    record PromotionAudience(
            @Nullable Boolean membersOnly,
            @Nullable @Size(max = 50) List<@Size(max = 32) String> levels,
            @Nullable @Size(max = 10) List<@Size(max = 20) String> channels,
            @Nullable @Size(max = 10) List<@Size(max = 20) String> tenders,
            @Nullable @Size(max = 20) List<@Size(max = 40) String> segments,
            @Nullable Boolean firstOrder) {
        Audience audience() {
            return new Audience(
                    Objects.requireNonNullElse(membersOnly, false),
                    set(levels),
                    set(channels),
                    set(tenders),
                    set(segments),
                    firstOrder);
        }
    }

    record PromotionHours(
            @Nullable List<DayOfWeek> weekdays,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable ZoneId zone) {}

    PromotionState stateOrDraft() {
        return Objects.requireNonNullElse(state, PromotionState.DRAFT);
    }

    PromotionTerms terms(ZoneId chainZone) {
        return new PromotionTerms(
                name,
                kind,
                settings,
                scope == null
                        ? Scope.EVERYTHING
                        : new Scope(set(scope.skuIds), set(scope.categories), set(scope.kinds), set(scope.storeIds)),
                stacking == null ? Stacking.ONE_OF_GENERAL : stacking.stacking(),
                audience == null ? Audience.ALL : audience.audience(),
                hours(chainZone),
                // as exact as the table keeps them
                validFrom.truncatedTo(ChronoUnit.MICROS),
                validTo.truncatedTo(ChronoUnit.MICROS));
    }

    private TimeWindows hours(ZoneId chainZone) {
        if (hours == null) {
            return new TimeWindows(Set.of(), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, chainZone);
        }
        return new TimeWindows(
                set(hours.weekdays),
                Objects.requireNonNullElse(hours.from, LocalTime.MIDNIGHT),
                Objects.requireNonNullElse(hours.to, LocalTime.MIDNIGHT),
                Objects.requireNonNullElse(hours.zone, chainZone));
    }

    private static <T> Set<T> set(@Nullable List<T> values) {
        return values == null ? Set.of() : new LinkedHashSet<>(values);
    }
}
