package io.mendian.member.points;

import io.mendian.member.accrual.Accrual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The points rule in force and those before it. */
@Repository
public class PointsRules {

    private static final TypeReference<Set<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PointsRules(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The rule in force. */
    public PointsRule current() {
        return jdbc.sql("SELECT * FROM points_rule ORDER BY version DESC LIMIT 1")
                .query(this::rule)
                .single();
    }

    PointsRule version(long version) {
        return jdbc.sql("SELECT * FROM points_rule WHERE version = ?")
                .params(version)
                .query(this::rule)
                .single();
    }

    void add(PointsRule rule, String setBy, Instant now) {
        try {
            jdbc.sql("""
                            INSERT INTO points_rule (version, points_per_unit, excluded_kinds, excluded_categories, history_earns,
                                validity_days, usable_after_days, return_window_days, warn_days, registration_points,
                                points_per_currency_unit, cap_permille, accrual, set_by, set_at)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            rule.version(),
                            rule.pointsPerUnit(),
                            json.writeValueAsString(new TreeSet<>(rule.excludedKinds())),
                            json.writeValueAsString(new TreeSet<>(rule.excludedCategories())),
                            rule.historyEarns(),
                            rule.validityDays(),
                            rule.usableAfterDays(),
                            rule.returnWindowDays(),
                            rule.warnDays(),
                            rule.registrationPoints(),
                            rule.pointsPerCurrencyUnit(),
                            rule.capPermille(),
                            json.writeValueAsString(rule.accrual()),
                            setBy,
                            Timestamp.from(now))
                    .update();
        } catch (DuplicateKeyException e) {
            throw PointsProblem.POINTS_RULE_CHANGED_MEANWHILE.with();
        }
    }

    /** A rule from before there was more than the plain one has none. */
    private Accrual accrual(@Nullable String text) {
        return text == null ? Accrual.PLAIN : json.readValue(text, Accrual.class);
    }

    private PointsRule rule(ResultSet row, int n) throws SQLException {
        return new PointsRule(
                row.getLong("version"),
                row.getInt("points_per_unit"),
                json.readValue(row.getString("excluded_kinds"), TEXTS),
                json.readValue(row.getString("excluded_categories"), TEXTS),
                row.getBoolean("history_earns"),
                row.getInt("validity_days"),
                row.getInt("usable_after_days"),
                row.getInt("return_window_days"),
                row.getInt("warn_days"),
                row.getInt("registration_points"),
                row.getInt("points_per_currency_unit"),
                row.getInt("cap_permille"),
                accrual(row.getString("accrual")));
    }
}
