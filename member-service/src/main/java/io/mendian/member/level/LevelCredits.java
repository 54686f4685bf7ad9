package io.mendian.member.level;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of what orders brought towards levels. */
@Repository
class LevelCredits {

    /** What counts of a row, measure by measure. */
    static final String COUNTED = """
        ((c.spend_minor - c.spend_back) * c.permille) DIV 1000 AS spend,
        c.orders - c.orders_back AS orders,
        ((c.points - c.points_back) * c.permille) DIV 1000 AS points,
        ((c.recharge - c.recharge_back) * c.permille) DIV 1000 AS recharge
        """;

    private final JdbcTemplate jdbc;

    LevelCredits(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<LevelCredit> credits) {
        jdbc.batchUpdate(
                """
                INSERT INTO level_credit (order_id, member_key, on_day, permille, spend_minor, orders, points, recharge,
                    accel_code, accel_from, skipped)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                credits.stream()
                        .map(credit -> new Object[] {
                            credit.orderId(),
                            credit.memberKey(),
                            credit.day(),
                            credit.permille(),
                            credit.brought().spendMinor(),
                            credit.brought().orders(),
                            credit.brought().points(),
                            credit.brought().rechargeMinor(),
                            credit.accelCode(),
                            credit.accelCode() == null ? null : credit.accelFrom(),
                            credit.skipped().isEmpty() ? null : String.join(",", credit.skipped())
                        })
                        .toList());
    }

    Optional<LevelCredit> lock(long orderId) {
        return jdbc
                .query("SELECT * FROM level_credit WHERE order_id = ? FOR UPDATE", LevelCredits::credit, orderId)
                .stream()
                .findFirst();
    }

    void save(LevelCredit was, LevelCredit is) {
        int rows = jdbc.update(
                """
                UPDATE level_credit SET spend_back = ?, orders_back = ?, points_back = ?, recharge_back = ?
                WHERE order_id = ? AND spend_back = ? AND orders_back = ? AND points_back = ? AND recharge_back = ?
                """,
                is.back().spendMinor(),
                is.back().orders(),
                is.back().points(),
                is.back().rechargeMinor(),
                was.orderId(),
                was.back().spendMinor(),
                was.back().orders(),
                was.back().points(),
                was.back().rechargeMinor());
        if (rows != 1) {
            throw new IllegalStateException("the credit of order " + was.orderId() + " was changed by somebody else");
        }
    }

    /** What these members collected from a day on, committed a moment ago or not: their standings are locked. */
    Map<Long, Collected> lockedSince(Collection<Long> members, LocalDate from) {
        return since(members, from, " LOCK IN SHARE MODE");
    }

    /** The same, to be shown only. */
    Map<Long, Collected> since(Collection<Long> members, LocalDate from) {
        return since(members, from, "");
    }

    private Map<Long, Collected> since(Collection<Long> members, LocalDate from, String lock) {
        Map<Long, Collected> all = new HashMap<>();
        members.forEach(member -> all.put(member, new Collected()));
        String marks = String.join(", ", Collections.nCopies(members.size(), "?"));
        Object[] parameters = Arrays.copyOf(members.toArray(), members.size() + 1);
        parameters[members.size()] = from;
        jdbc.query(
                "SELECT c.member_key, c.on_day, c.order_id, c.accel_code, c.spend_minor - c.spend_back >= c.accel_from"
                        + " AS lifts, "
                        + COUNTED + " FROM level_credit c WHERE c.member_key IN (" + marks
                        + ") AND c.on_day >= ?" + lock,
                row -> {
                    Collected collected = all.get(row.getLong("member_key"));
                    if (collected != null) {
                        collect(collected, row);
                    }
                },
                parameters);
        return all;
    }

    private static void collect(Collected collected, ResultSet row) throws SQLException {
        LocalDate day = row.getObject("on_day", LocalDate.class);
        collected.add(
                day,
                new Progress(
                        row.getLong("spend"), row.getLong("orders"), row.getLong("points"), row.getLong("recharge")));
        String level = row.getString("accel_code");
        if (level != null && row.getBoolean("lifts")) {
            collected.lift(row.getLong("order_id"), day, level);
        }
    }

    /** When these members joined; whoever is not a member here is not in it. */
    Map<Long, Timestamp> joined(Collection<Long> members) {
        String marks = String.join(", ", Collections.nCopies(members.size(), "?"));
        Map<Long, Timestamp> joined = new HashMap<>();
        jdbc.query(
                "SELECT member_key, joined_at FROM member WHERE member_key IN (" + marks + ")",
                row -> {
                    joined.put(row.getLong(1), row.getTimestamp(2));
                },
                members.toArray());
        return joined;
    }

    private static LevelCredit credit(ResultSet row, int n) throws SQLException {
        return new LevelCredit(
                row.getLong("order_id"),
                row.getLong("member_key"),
                row.getObject("on_day", LocalDate.class),
                row.getInt("permille"),
                new Progress(
                        row.getLong("spend_minor"),
                        row.getLong("orders"),
                        row.getLong("points"),
                        row.getLong("recharge")),
                new Progress(
                        row.getLong("spend_back"),
                        row.getLong("orders_back"),
                        row.getLong("points_back"),
                        row.getLong("recharge_back")),
                row.getString("accel_code"),
                row.getLong("accel_from"),
                skipped(row.getString("skipped")));
    }

    private static Set<String> skipped(@Nullable String text) {
        return text == null ? Set.of() : Set.of(text.split(","));
    }
}
