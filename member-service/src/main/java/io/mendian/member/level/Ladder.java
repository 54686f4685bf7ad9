package io.mendian.member.level;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The levels from the lowest to the highest. For every measure the thresholds rise strictly; no two levels overlap. */
record Ladder(long version, LadderTerms terms, List<Level> levels) {

    private static final int MOST_LEVELS = 20;

    Ladder {
        levels = List.copyOf(levels);
    }

    /** A ladder that headquarters sets; refused with the field that is wrong. */
    static Ladder checked(long version, LadderTerms terms, List<Level> levels) {
        if (levels.isEmpty() || levels.size() > MOST_LEVELS) {
            throw invalid("levels", "必须有 1～20 个等级", "must have 1 to 20 levels");
        }
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < levels.size(); i++) {
            checkOne("levels[" + i + "].", levels.get(i), i == 0);
            if (!codes.add(levels.get(i).code())) {
                throw invalid("levels[" + i + "].code", "与前面的等级重复", "is used by an earlier level");
            }
            if (!names.add(levels.get(i).name())) {
                throw invalid("levels[" + i + "].name", "与前面的等级重复", "is used by an earlier level");
            }
        }
        checkThresholdsRise(levels);
        checkTerms(terms, codes);
        return new Ladder(version, terms, levels);
    }

    private static void checkOne(String field, Level level, boolean lowest) {
        if (!level.code().matches("[A-Z][A-Z0-9_]{0,31}")) {
            throw invalid(field + "code", "只能用大写字母、数字和下划线", "must be capital letters, digits and underscores");
        }
        if (level.name().isBlank() || level.name().length() > 64) {
            throw invalid(field + "name", "必须为 1～64 个字", "must have 1 to 64 characters");
        }
        if (level.levelPricePermille() < 1 || level.levelPricePermille() > 1000) {
            throw invalid(field + "levelPricePermille", "必须在 1～1000 之间", "must be 1 to 1000");
        }
        if (level.pointsMultiplierPermille() < 0 || level.pointsMultiplierPermille() > 10_000) {
            throw invalid(field + "pointsMultiplierPermille", "必须在 0～10000 之间", "must be 0 to 10000");
        }
        if (lowest != level.thresholds().isEmpty()) {
            throw lowest
                    ? invalid(field + "thresholds", "最低等级不能有门槛", "must be empty: everybody starts at the lowest level")
                    : invalid(field + "thresholds", "至少要有一个门槛", "needs at least one threshold");
        }
        if (level.retain().values().stream().anyMatch(needed -> needed <= 0)) {
            throw invalid(field + "retain", "必须大于 0", "must be above 0");
        }
    }

    private static void checkTerms(LadderTerms terms, Set<String> codes) {
        if (terms.floor() != null && !codes.contains(terms.floor())) {
            throw invalid("terms.floor", "没有这个等级", "is no level of this ladder");
        }
        for (int i = 0; i < terms.accelerations().size(); i++) {
            if (!codes.contains(terms.accelerations().get(i).level())) {
                throw invalid("terms.accelerations[" + i + "].level", "没有这个等级", "is no level of this ladder");
            }
        }
    }

    private static void checkThresholdsRise(List<Level> levels) {
        Map<Measure, Level> highest = new EnumMap<>(Measure.class);
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            for (Measure measure : Measure.values()) {
                Long threshold = level.thresholds().get(measure);
                if (threshold == null) {
                    continue;
                }
                Level below = highest.put(measure, level);
                long floor = below == null ? 0 : below.thresholds().getOrDefault(measure, 0L);
                if (threshold <= floor) {
                    throw invalid(
                            "levels[" + i + "].thresholds." + measure,
                            "必须大于 " + floor + (below == null ? "" : "（" + below.name() + "的门槛）"),
                            "must be above " + floor + (below == null ? "" : ", the threshold of " + below.code()));
                }
            }
        }
    }

    private static RuntimeException invalid(String field, String reasonZh, String reason) {
        return LevelProblem.LADDER_INVALID.with("field", field, "reasonZh", reasonZh, "reason", reason);
    }

    Level base() {
        return levels.getFirst();
    }

    Optional<Level> find(String code) {
        return levels.stream().filter(level -> level.code().equals(code)).findFirst();
    }

    /** The highest rung that is reached. */
    int fit(Progress progress) {
        int reached = 0;
        for (int rung = 1; rung < levels.size(); rung++) {
            if (levels.get(rung).isReachedBy(progress)) {
                reached = rung;
            }
        }
        return reached;
    }

    /** The rung of a level; the lowest for none and for one that is not on this ladder. */
    int rung(@Nullable String code) {
        for (int rung = 0; rung < levels.size(); rung++) {
            if (levels.get(rung).code().equals(code)) {
                return rung;
            }
        }
        return 0;
    }

    Optional<Level> above(String code) {
        for (int i = 0; i + 1 < levels.size(); i++) {
            if (levels.get(i).code().equals(code)) {
                return Optional.of(levels.get(i + 1));
            }
        }
        return Optional.empty();
    }
}
