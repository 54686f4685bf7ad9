package io.mendian.member.points.web;

import io.mendian.kernel.TypedId;
import io.mendian.member.accrual.Accrual;
import io.mendian.member.accrual.AccrualRule;
import io.mendian.member.accrual.Campaign;
import io.mendian.member.accrual.Caps;
import io.mendian.member.accrual.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything beyond the plain rule, as headquarters sends it; what is left out takes the default. */
record AccrualRequest(
        @Nullable @Size(max = 50) List<@Valid Rule> rules,
        Accrual.@Nullable Basis basis,
        @Nullable @Size(max = 1000) Set<@Pattern(regexp = TypedId.PATTERN) String> excludedSkus,
        @Nullable @Size(max = 10) Set<@NotBlank @Size(max = 32) String> tendersThatDoNotEarn,
        @Nullable Boolean pointsPaidEarns,
        Accrual.@Nullable Combination multipliers,
        @Nullable @Size(max = 50) List<@Valid Period> campaigns,
        @Nullable @Valid Most caps) {

    private static final String CODE = "[A-Z][A-Z0-9_]{0,31}";

    record Rule(
            @NotNull @Pattern(regexp = CODE) String code,
            AccrualRule.@NotNull Kind kind,
            @Nullable @Valid Of scope,
            @Min(0) @Max(100_000) long points,
            @Nullable @Min(0) @Max(1_000_000_000) Long perMinor,
            @Nullable @Min(0) @Max(1_000_000_000) Long fromMinor,
            @Nullable Boolean exclusive,
            @Nullable Boolean multiplied) {

        AccrualRule toRule() {
            return new AccrualRule(
                    code,
                    kind,
                    scope == null ? Scope.ANY : scope.toScope(),
                    points,
                    Objects.requireNonNullElse(perMinor, 0L),
                    Objects.requireNonNullElse(fromMinor, 0L),
                    Objects.requireNonNullElse(exclusive, false),
                    Objects.requireNonNullElse(multiplied, true));
        }
    }

    record Of(
            @Nullable @Size(max = 10) Set<@NotBlank @Size(max = 20) String> kinds,
            @Nullable @Size(max = 100) Set<@NotBlank @Size(max = 64) String> categories,
            @Nullable @Size(max = 1000) Set<@Pattern(regexp = TypedId.PATTERN) String> skuIds) {

        Scope toScope() {
            return new Scope(
                    Objects.requireNonNullElse(kinds, Set.of()),
                    Objects.requireNonNullElse(categories, Set.of()),
                    Objects.requireNonNullElse(skuIds, Set.of()));
        }
    }

    record Period(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotNull Instant from,
            @NotNull Instant until,
            @Min(0) @Max(10_000) int multiplierPermille) {}

    record Most(
            @Nullable @Min(0) Long perOrder,
            @Nullable @Min(0) Long perDay,
            @Nullable @Min(0) Long perWeek,
            @Nullable @Min(0) Long perMonth) {}

    static Accrual toAccrual(@Nullable AccrualRequest asked) {
        return asked == null ? Accrual.PLAIN : asked.toAccrual();
    }

    private Accrual toAccrual() {
        return new Accrual(
                rules == null ? List.of() : rules.stream().map(Rule::toRule).toList(),
                Objects.requireNonNullElse(basis, Accrual.PLAIN.basis()),
                Objects.requireNonNullElse(excludedSkus, Set.of()),
                Objects.requireNonNullElse(tendersThatDoNotEarn, Accrual.PLAIN.tendersThatDoNotEarn()),
                Objects.requireNonNullElse(pointsPaidEarns, false),
                Objects.requireNonNullElse(multipliers, Accrual.PLAIN.multipliers()),
                campaigns == null
                        ? List.of()
                        : campaigns.stream()
                                .map(one -> new Campaign(one.code, one.from, one.until, one.multiplierPermille))
                                .toList(),
                caps == null
                        ? Caps.NONE
                        : new Caps(some(caps.perOrder), some(caps.perDay), some(caps.perWeek), some(caps.perMonth)));
    }

    private static long some(@Nullable Long most) {
        return most == null ? 0 : most;
    }
}
