package io.mendian.member.points.web;

import io.mendian.member.points.PointsRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A points rule as headquarters sends it; what is left out takes the default. */
record PointsRuleRequest(
        @Min(0) @Max(1000) int pointsPerUnit,
        @Nullable @Size(max = 10) Set<@NotBlank @Size(max = 20) String> excludedKinds,
        @Nullable @Size(max = 100) Set<@NotBlank @Size(max = 64) String> excludedCategories,
        @Nullable Boolean historyEarns,
        @Nullable @Min(1) @Max(3650) Integer validityDays,
        @Nullable @Min(0) @Max(365) Integer usableAfterDays,
        @Nullable @Min(0) @Max(365) Integer returnWindowDays,
        @Nullable @Min(0) @Max(365) Integer warnDays,
        @Nullable @Min(0) @Max(100_000) Integer registrationPoints,
        @Nullable @Min(1) @Max(100_000) Integer pointsPerCurrencyUnit,
        @Nullable @Min(0) @Max(1000) Integer capPermille,
        @Nullable @Valid AccrualRequest accrual) {

    PointsRule toRule() {
        return new PointsRule(
                0,
                pointsPerUnit,
                Objects.requireNonNullElse(excludedKinds, Set.of("RECHARGE")),
                Objects.requireNonNullElse(excludedCategories, Set.of()),
                Objects.requireNonNullElse(historyEarns, true),
                Objects.requireNonNullElse(validityDays, 365),
                Objects.requireNonNullElse(usableAfterDays, 0),
                Objects.requireNonNullElse(returnWindowDays, 0),
                Objects.requireNonNullElse(warnDays, 30),
                Objects.requireNonNullElse(registrationPoints, 0),
                Objects.requireNonNullElse(pointsPerCurrencyUnit, 100),
                Objects.requireNonNullElse(capPermille, 500),
                AccrualRequest.toAccrual(accrual));
    }
}
