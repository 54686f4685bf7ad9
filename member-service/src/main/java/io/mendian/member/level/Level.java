package io.mendian.member.level;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One rung of the ladder. It is reached when any of its thresholds is reached; the first rung has none.
 *
 * @param retain what keeps the level at the end of a period, any of it; empty means the thresholds
 * @param levelPricePermille what a member of this level pays of the price, 1 to 1000: 900 is 9折
 * @param pointsMultiplierPermille 1000 earns single, 1500 one and a half times the points
 * @param benefits texts that are shown
 * @param rights what other services grant to members of this level
 */
public record Level(
        String code,
        String name,
        Map<Measure, Long> thresholds,
        Map<Measure, Long> retain,
        int levelPricePermille,
        boolean memberPrices,
        int pointsMultiplierPermille,
        List<String> benefits,
        Set<LevelRight> rights) {

    public Level {
        thresholds = Map.copyOf(thresholds);
        retain = Map.copyOf(retain);
        benefits = List.copyOf(benefits);
        rights = Set.copyOf(rights);
    }

    boolean isReachedBy(Progress progress) {
        return thresholds.isEmpty() || anyReached(thresholds, progress);
    }

    /** What a period has to bring so that the level stays. */
    Map<Measure, Long> retention() {
        return retain.isEmpty() ? thresholds : retain;
    }

    boolean isRetainedBy(Progress progress) {
        return thresholds.isEmpty() || anyReached(retention(), progress);
    }

    private static boolean anyReached(Map<Measure, Long> needed, Progress progress) {
        return needed.entrySet().stream().anyMatch(entry -> progress.of(entry.getKey()) >= entry.getValue());
    }
}
