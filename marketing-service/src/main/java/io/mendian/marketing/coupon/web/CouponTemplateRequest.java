package io.mendian.marketing.coupon.web;

import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.marketing.coupon.CouponLimits;
import io.mendian.marketing.coupon.CouponTemplateState;
import io.mendian.marketing.coupon.CouponTerms;
import io.mendian.marketing.coupon.CouponValidity;
import io.mendian.marketing.coupon.IssueOn;
import io.mendian.marketing.pricing.Audience;
import io.mendian.marketing.pricing.Scope;
import io.mendian.marketing.pricing.Stacking;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A coupon template as headquarters writes it; what is left out takes the widest meaning. */
record CouponTemplateRequest(
        @NotBlank @Size(max = 60) String name,
        @NotBlank String kind,
        @NotNull @Size(max = 20) Map<String, Object> settings,
        @Nullable @Valid ScopeRequest scope,
        @Nullable @Valid StackingRequest stacking,
        @Nullable @Valid CouponAudience audience,
        @NotNull @Valid ValidityRequest validity,
        @Nullable @Valid LimitsRequest limits,
        @Nullable Boolean claimable,
        @Nullable Boolean newMembersOnly,
        @Nullable IssueOn issueOn,
        @Nullable @Min(0) Long issueMinPaidMinor,
        @Nullable CouponTemplateState state,
        @Nullable @Size(max = 100) List<@Size(max = 2000) String> acknowledge) {

    record ScopeRequest(
            @Nullable @Size(max = 500) List<SkuId> skuIds,
            @Nullable @Size(max = 200) List<@Size(max = 60) String> categories,
            @Nullable @Size(max = 10) List<@Size(max = 20) String> kinds,
            @Nullable @Size(max = 500) List<StoreId> storeIds) {

        Scope scope() {
            return new Scope(
                    set(skuIds, Comparator.comparingLong(SkuId::value)),
                    set(categories, Comparator.naturalOrder()),
                    set(kinds, Comparator.naturalOrder()),
                    set(storeIds, Comparator.comparingLong(StoreId::value)));
        }

        private static <T> Set<T> set(@Nullable Collection<T> values, Comparator<T> order) {
            return values == null
                    ? Set.of()
                    : new LinkedHashSet<>(values.stream().sorted(order).toList());
        }
    }

    record StackingRequest(
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
                    onlyWith == null ? Set.of() : new LinkedHashSet<>(onlyWith),
                    notWith == null ? Set.of() : new LinkedHashSet<>(notWith));
        }
    }

    record CouponAudience(
            @Nullable @Size(max = 50) List<@Size(max = 32) String> levels,
            @Nullable @Size(max = 10) List<@Size(max = 20) String> channels,
            @Nullable @Size(max = 10) List<@Size(max = 20) String> tenders,
            @Nullable @Size(max = 20) List<@Size(max = 40) String> segments,
            @Nullable Boolean firstOrder) {
        Audience audience() {
            return new Audience(false, words(levels), words(channels), words(tenders), words(segments), firstOrder);
        }

        private static Set<String> words(@Nullable List<String> words) {
            return words == null ? Set.of() : new LinkedHashSet<>(words);
        }
    }

    record ValidityRequest(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable @Min(1) @Max(3660) Integer days,
            @Nullable ZoneId zone) {}

    record LimitsRequest(
            @Nullable @Min(1) Long total,
            @Nullable @Min(1) Integer perMember,
            @Nullable @Min(1) Long perDay) {}

    CouponTemplateState stateOrDraft() {
        return Objects.requireNonNullElse(state, CouponTemplateState.DRAFT);
    }

    CouponTerms terms() {
        return new CouponTerms(
                name,
                kind,
                settings,
                scope == null ? Scope.EVERYTHING : scope.scope(),
                stacking == null ? Stacking.ONE_OF_GENERAL : stacking.stacking(),
                new CouponValidity(validity.from(), validity.to(), validity.days(), validity.zone()),
                limits == null
                        ? CouponLimits.NONE
                        : new CouponLimits(limits.total(), limits.perMember(), limits.perDay()),
                Objects.requireNonNullElse(claimable, true),
                Objects.requireNonNullElse(newMembersOnly, false),
                Objects.requireNonNullElse(issueOn, IssueOn.NOTHING),
                issueMinPaidMinor == null ? 0 : issueMinPaidMinor,
                audience == null ? Audience.ALL : audience.audience());
    }
}
