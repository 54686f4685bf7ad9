package io.mendian.member.level.web;

import io.mendian.member.level.Level;
import io.mendian.member.level.Measure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A whole ladder, lowest level first. */
record LadderRequest(@NotEmpty @Size(max = 20) List<@Valid Rung> levels) {

    record Rung(
            @NotBlank String code,
            @NotBlank String name,
            @Nullable Map<Measure, Long> thresholds,
            int levelPricePermille,
            boolean memberPrices,
            int pointsMultiplierPermille,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 100) String> benefits) {}

    List<Level> toLevels() {
        return levels.stream()
                .map(rung -> new Level(
                        rung.code(),
                        rung.name(),
                        Objects.requireNonNullElse(rung.thresholds(), Map.of()),
                        rung.levelPricePermille(),
                        rung.memberPrices(),
                        rung.pointsMultiplierPermille(),
                        Objects.requireNonNullElse(rung.benefits(), List.of())))
                .toList();
    }
}
