package io.mendian.analytics.facts;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What members have in points; an older posting that is told again changes nothing. */
@Component
class PointsSums {

    private final JdbcTemplate jdbc;

    PointsSums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void put(Collection<PointsRow> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Object[]> values = rows.stream()
                .sorted(Comparator.comparing(PointsRow::memberKey))
                .map(row -> new Object[] {row.memberKey(), row.balance(), Timestamp.from(row.changedAt())})
                .toList();
        // the first assignment reads the old instant, the second one changes it
        jdbc.batchUpdate("""
                INSERT INTO agg_points (member_key, balance, changed_at) VALUES (?, ?, ?)
                ON DUPLICATE KEY UPDATE balance = IF(VALUES(changed_at) >= changed_at, VALUES(balance), balance),
                    changed_at = GREATEST(changed_at, VALUES(changed_at))
                """, values);
    }
}
