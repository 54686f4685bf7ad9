package io.mendian.member.level;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The statement that finds every member's level by another ladder: what {@link Reckoning} decides for one member, said for
 * all of them. It holds only numbers, days and codes of a checked ladder (capitals, digits, underscores).
 */
final class SimulationSql {

    static final int SAMPLE = 5;

    private final Ladder ladder;
    private final LadderTerms terms;
    private final LocalDate today;

    private SimulationSql(Ladder ladder, LocalDate today) {
        this.ladder = ladder;
        this.terms = ladder.terms();
        this.today = today;
    }

    /** Rows of level before, rung after, member, how many go that way; at most {@link #SAMPLE} a way. */
    static String of(Ladder ladder, LocalDate today) {
        return new SimulationSql(ladder, today).statement();
    }

    private String statement() {
        return """
            SELECT cur, target, member_key, n FROM (
                SELECT cur, target, member_key, COUNT(*) OVER (PARTITION BY cur, target) AS n,
                    ROW_NUMBER() OVER (PARTITION BY cur, target ORDER BY member_key) AS k
                FROM (
                    SELECT s.member_key, s.level_code AS cur, GREATEST(%s, %s, %s) AS target
                    FROM level_standing s LEFT JOIN (%s) x ON x.member_key = s.member_key
                ) decided
            ) counted WHERE k <= %d ORDER BY cur, target, k
            """.formatted(rung("s.granted_code"), kept(), reached(), collected(), SAMPLE);
    }

    private String reached() {
        if (!terms.hasPeriods()) {
            return "GREATEST(" + fit(this::lifetime) + ", COALESCE(x.lifted, 0))";
        }
        String reached = fit(this::window) + ", COALESCE(x.lifted, 0)";
        if (terms.period() == LadderTerms.Period.ROLLING) {
            reached += ", " + fit(measure -> "COALESCE(x.t_" + column(measure) + ", 0)") + ", COALESCE(x.t_lifted, 0)";
        }
        return "GREATEST(" + reached + ")";
    }

    /** What a change of the ladder leaves to everybody. */
    private String kept() {
        return switch (terms.onChange()) {
            case RISE_ONLY -> rung("s.level_code");
            case AT_ONCE -> terms.hasPeriods() ? keptOfMonths() : "0";
        };
    }

    private String keptOfMonths() {
        StringBuilder cases = new StringBuilder("CASE ");
        for (int had = ladder.levels().size() - 1; had > 0; had--) {
            int floor = Math.min(had, ladder.rung(terms.floor()));
            String missed = terms.onMiss() == LadderTerms.Miss.ONE_STEP_DOWN
                    ? Integer.toString(Math.max(had - 1, floor))
                    : "GREATEST(" + highestRetained(had - 1) + ", " + floor + ")";
            cases.append("WHEN s.level_code = '")
                    .append(ladder.levels().get(had).code())
                    .append("' THEN CASE WHEN ")
                    .append(any(ladder.levels().get(had).retention(), this::months))
                    .append(" THEN ")
                    .append(had)
                    .append(" ELSE ")
                    .append(missed)
                    .append(" END ");
        }
        return ladder.levels().size() == 1 ? "0" : cases.append("ELSE 0 END").toString();
    }

    private String highestRetained(int from) {
        if (from <= 0) {
            return "0";
        }
        StringBuilder cases = new StringBuilder("CASE ");
        for (int rung = from; rung > 0; rung--) {
            cases.append("WHEN ")
                    .append(any(ladder.levels().get(rung).retention(), this::months))
                    .append(" THEN ")
                    .append(rung)
                    .append(' ');
        }
        return cases.append("ELSE 0 END").toString();
    }

    private String fit(Function<Measure, String> figures) {
        if (ladder.levels().size() == 1) {
            return "0";
        }
        StringBuilder cases = new StringBuilder("CASE ");
        for (int rung = ladder.levels().size() - 1; rung > 0; rung--) {
            cases.append("WHEN ")
                    .append(any(ladder.levels().get(rung).thresholds(), figures))
                    .append(" THEN ")
                    .append(rung)
                    .append(' ');
        }
        return cases.append("ELSE 0 END").toString();
    }

    private static String any(Map<Measure, Long> needed, Function<Measure, String> figures) {
        List<String> conditions = new ArrayList<>();
        needed.forEach((measure, least) -> conditions.add(figures.apply(measure) + " >= " + least));
        return "(" + String.join(" OR ", conditions) + ")";
    }

    private String rung(String code) {
        StringBuilder cases = new StringBuilder("CASE ");
        for (int rung = 0; rung < ladder.levels().size(); rung++) {
            cases.append("WHEN ")
                    .append(code)
                    .append(" = '")
                    .append(ladder.levels().get(rung).code())
                    .append("' THEN ")
                    .append(rung)
                    .append(' ');
        }
        return cases.append("ELSE 0 END").toString();
    }

    private String lifetime(Measure measure) {
        return switch (measure) {
            case SPEND -> "s.spend_minor";
            case ORDERS -> "s.order_count";
            case POINTS -> "s.points_earned";
            case RECHARGE -> "s.recharge_minor";
        };
    }

    private String window(Measure measure) {
        return "COALESCE(x.w_" + column(measure) + ", 0)";
    }

    private String months(Measure measure) {
        return "COALESCE(x.m_" + column(measure) + ", 0)";
    }

    private static String column(Measure measure) {
        return measure.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** One row per member of what his purchases count in the windows that matter. */
    private String collected() {
        String lifts = "c.accel_code IS NOT NULL AND c.spend_minor - c.spend_back >= c.accel_from";
        if (!terms.hasPeriods()) {
            return "SELECT c.member_key, MAX(" + rung("c.accel_code") + ") AS lifted FROM level_credit c WHERE " + lifts
                    + " GROUP BY c.member_key";
        }
        List<String> columns = new ArrayList<>();
        sums(columns, "w_", inWindow());
        sums(columns, "m_", "c.on_day BETWEEN " + day(terms.monthsUpTo(today)) + " AND " + day(today));
        columns.add("MAX(CASE WHEN " + inWindow() + " AND " + lifts + " THEN " + rung("c.accel_code")
                + " ELSE 0 END) AS lifted");
        if (terms.period() == LadderTerms.Period.ROLLING) {
            sums(columns, "t_", inReached());
            columns.add("MAX(CASE WHEN " + inReached() + " AND " + lifts + " THEN " + rung("c.accel_code")
                    + " ELSE 0 END) AS t_lifted");
        }
        LocalDate earliest = terms.monthsUpTo(today).minusMonths(Math.max(12, terms.months()));
        return "SELECT c.member_key, " + String.join(", ", columns)
                + " FROM level_credit c JOIN level_standing t ON t.member_key = c.member_key WHERE c.on_day >= "
                + day(earliest) + " GROUP BY c.member_key";
    }

    private static void sums(List<String> columns, String prefix, String condition) {
        String times = " * c.permille) DIV 1000";
        String[][] parts = {
            {"((c.spend_minor - c.spend_back)" + times, "spend"},
            {"c.orders - c.orders_back", "orders"},
            {"((c.points - c.points_back)" + times, "points"},
            {"((c.recharge - c.recharge_back)" + times, "recharge"}
        };
        for (String[] part : parts) {
            columns.add("SUM(CASE WHEN " + condition + " THEN " + part[0] + " ELSE 0 END) AS " + prefix + part[1]);
        }
    }

    /** The days of the running period, or the months up to today. */
    private String inWindow() {
        String from =
                switch (terms.period()) {
                    case LIFETIME -> throw new IllegalStateException("a lifetime has no window");
                    case CALENDAR_YEAR -> day(today.withDayOfYear(1));
                    case ROLLING -> day(terms.monthsUpTo(today));
                    case ANNIVERSARY -> {
                        String anchor = "COALESCE(t.anchor_on, " + day(LadderTerms.anchor(today)) + ")";
                        yield "DATE_ADD(" + anchor + ", INTERVAL GREATEST(0, TIMESTAMPDIFF(YEAR, " + anchor + ", "
                                + day(today) + ")) YEAR)";
                    }
                };
        return "c.on_day BETWEEN " + from + " AND " + day(today);
    }

    /** The months up to the day on which the level was reached, in a period of the same kind. */
    private String inReached() {
        return "t.period_kind = '" + kind() + "' AND c.on_day BETWEEN DATE_ADD(DATE_SUB(t.reached_on, INTERVAL "
                + terms.months() + " MONTH), INTERVAL 1 DAY) AND t.reached_on";
    }

    private @Nullable String kind() {
        return terms.kind();
    }

    private static String day(LocalDate day) {
        return "DATE '" + day + "'";
    }
}
