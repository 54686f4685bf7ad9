package io.mendian.member.hold;

import io.mendian.runtime.alarm.Alarms;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The rows of what paid orders still owe the chain in members' assets. */
@Repository
class Shortages {

    private final JdbcTemplate jdbc;

    private final Clock clock;

    Shortages(JdbcTemplate jdbc, Clock clock) {
        this.clock = clock;
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

    /** Whoever clears the alarm has settled what it stood for. */
    @EventListener
    void settle(Alarms.Cleared alarm) {
        if (alarm.kind().equals(ConfirmHold.SHORTAGE)) {
            jdbc.update(
                    "UPDATE asset_shortage SET settled_at = ? WHERE settled_at IS NULL AND order_id = ?",
                    Timestamp.from(clock.instant()),
                    Long.parseLong(alarm.subject()));
        }
    }
}
