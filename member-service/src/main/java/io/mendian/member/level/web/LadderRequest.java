package io.mendian.member.level.web;

import io.mendian.member.level.Acceleration;
import io.mendian.member.level.LadderTerms;
import io.mendian.member.level.Level;
import io.mendian.member.level.LevelRight;
import io.mendian.member.level.Measure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A whole ladder, lowest level first. */
record LadderRequest(
        @NotEmpty @Size(max = 20) List<@Valid Rung> levels,
        @Nullable @Valid Terms terms) {

    record Rung(
            @NotBlank String code,
            @NotBlank String name,
            @Nullable Map<Measure, Long> thresholds,
            @Nullable Map<Measure, Long> retain,
            int levelPricePermille,
            boolean memberPrices,
            int pointsMultiplierPermille,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 100) String> benefits,
            @Nullable Set<LevelRight> rights) {}

    record Terms(
            LadderTerms.@NotNull Period period,
            @Nullable @Min(1) @Max(60) Integer months,
            LadderTerms.@Nullable Miss onMiss,
            @Nullable String floor,
            LadderTerms.@Nullable OnChange onChange,
            @Nullable @Size(max = 20) List<@Valid Lift> accelerations,
            @Nullable @Min(0) @Max(365) Integer boostDays,
            @Nullable @Min(1) @Max(10_000) Integer boostPermille) {

        LadderTerms toTerms() {
            return new LadderTerms(
                    period,
                    period == LadderTerms.Period.ROLLING ? Objects.requireNonNullElse(months, 12) : 12,
                    Objects.requireNonNullElse(onMiss, LadderTerms.Miss.TO_FIT),
                    floor,
                    Objects.requireNonNullElse(onChange, LadderTerms.OnChange.AT_ONCE),
                    accelerations == null
                            ? List.of()
                            : accelerations.stream()
                                    .map(one -> new Acceleration(one.fromMinor, one.level))
                                    .toList(),
                    Objects.requireNonNullElse(boostDays, 0),
                    Objects.requireNonNullElse(boostPermille, 1000));
        }
    }

    record Lift(@Min(1) long fromMinor, @NotBlank String level) {}

    @Nullable
    LadderTerms toTerms() {
        return terms == null ? null : terms.toTerms();
    }

    List<Level> toLevels() {
        return levels.stream()
                .map(rung -> new Level(
                        rung.code(),
                        rung.name(),
                        Objects.requireNonNullElse(rung.thresholds(), Map.of()),
                        Objects.requireNonNullElse(rung.retain(), Map.of()),
                        rung.levelPricePermille(),
                        rung.memberPrices(),
                        rung.pointsMultiplierPermille(),
                        Objects.requireNonNullElse(rung.benefits(), List.of()),
                        Objects.requireNonNullElse(rung.rights(), Set.of())))
                .toList();
    }
}
