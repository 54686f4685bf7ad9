package io.mendian.member.level;

import java.util.List;
import java.util.Map;

/**
 * One rung of the ladder. It is reached when any of its thresholds is reached; the first rung has none.
 *
 * @param levelPricePermille what a member of this level pays of the price, 1 to 1000: 900 is 9折
 * @param pointsMultiplierPermille 1000 earns single, 1500 one and a half times the points
 */
public record Level(
        String code,
        String name,
        Map<Measure, Long> thresholds,
        int levelPricePermille,
        boolean memberPrices,
        int pointsMultiplierPermille,
        List<String> benefits) {

    public Level {
        thresholds = Map.copyOf(thresholds);
        benefits = List.copyOf(benefits);
    }

    boolean isReachedBy(Progress progress) {
        return thresholds.isEmpty()
                || thresholds.entrySet().stream().anyMatch(entry -> progress.of(entry.getKey()) >= entry.getValue());
    }
}
