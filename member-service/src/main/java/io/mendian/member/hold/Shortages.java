package io.mendian.member.hold;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of what paid orders still owe the chain in members' assets. */
@Repository
class Shortages {

    private final JdbcTemplate jdbc;

    Shortages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(HoldRow hold, long points, long storedMinor, OrderAssets.Missing missing, Instant now) {
        jdbc.update(
                """
                INSERT INTO asset_shortage (order_id, member_key, points_short, stored_short_minor, gift_short_minor,
                    uses_short, raised_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                hold.holdId(),
                hold.memberKey(),
                points,
                storedMinor,
                missing.giftMinor(),
                missing.uses(),
                Timestamp.from(now));
    }
}
