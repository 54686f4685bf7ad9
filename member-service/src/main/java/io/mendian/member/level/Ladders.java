package io.mendian.member.level;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ladder in force and those before it; a ladder is never changed, only followed by another. */
@Repository
class Ladders {

    private static final TypeReference<Map<Measure, Long>> THRESHOLDS = new TypeReference<>() {};
    private static final TypeReference<Set<LevelRight>> RIGHTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;

    Ladders(JdbcTemplate jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Rung(long version, @Nullable String terms, Level level) {}

    Ladder current() {
        List<Rung> rungs = jdbc.query(
                """
                SELECT ladder_version, terms, code, name, thresholds, retain, price_permille, member_prices, points_permille,
                    benefits, rights
                FROM level_definition JOIN level_ladder ON version = ladder_version
                WHERE ladder_version = (SELECT MAX(version) FROM level_ladder)
                ORDER BY rung
                """,
                (row, n) -> new Rung(
                        row.getLong("ladder_version"),
                        row.getString("terms"),
                        new Level(
                                row.getString("code"),
                                row.getString("name"),
                                json.readValue(row.getString("thresholds"), THRESHOLDS),
                                json.readValue(row.getString("retain"), THRESHOLDS),
                                row.getInt("price_permille"),
                                row.getBoolean("member_prices"),
                                row.getInt("points_permille"),
                                json.readValue(row.getString("benefits"), TEXTS),
                                json.readValue(row.getString("rights"), RIGHTS))));
        String terms = rungs.getFirst().terms();
        return new Ladder(
                rungs.getFirst().version(),
                terms == null ? LadderTerms.LIFETIME : json.readValue(terms, LadderTerms.class),
                rungs.stream().map(Rung::level).toList());
    }

    /** Adds the next version; refused when somebody else added it first. */
    void add(Ladder ladder, String setBy, Instant now) {
        try {
            jdbc.update(
                    "INSERT INTO level_ladder (version, terms, set_by, set_at) VALUES (?, ?, ?, ?)",
                    ladder.version(),
                    json.writeValueAsString(ladder.terms()),
                    setBy,
                    Timestamp.from(now));
        } catch (DuplicateKeyException e) {
            throw LevelProblem.LADDER_CHANGED_MEANWHILE.with();
        }
        List<Object[]> rows = new ArrayList<>();
        for (Level level : ladder.levels()) {
            rows.add(new Object[] {
                ladder.version(),
                rows.size(),
                level.code(),
                level.name(),
                json.writeValueAsString(level.thresholds()),
                json.writeValueAsString(level.retain()),
                level.levelPricePermille(),
                level.memberPrices(),
                level.pointsMultiplierPermille(),
                json.writeValueAsString(level.benefits()),
                json.writeValueAsString(level.rights())
            });
        }
        jdbc.batchUpdate("""
                INSERT INTO level_definition
                    (ladder_version, rung, code, name, thresholds, retain, price_permille, member_prices, points_permille,
                     benefits, rights)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, rows);
    }
}
