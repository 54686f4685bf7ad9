package io.mendian.member.hold;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of what paid orders still owe the chain in points or stored value. */
@Repository
class Shortages {

    private final JdbcTemplate jdbc;

    Shortages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(long orderId, long memberKey, long points, long storedMinor, Instant now) {
        jdbc.update("""
                INSERT INTO asset_shortage (order_id, member_key, points_short, stored_short_minor, raised_at)
                VALUES (?, ?, ?, ?, ?)
                """, orderId, memberKey, points, storedMinor, Timestamp.from(now));
    }
}
