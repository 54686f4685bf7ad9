package io.mendian.member.login;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code known_device}: from where a member of staff has signed in before. */
@Repository
class KnownDevices {

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownDevices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The first device of an account is trusted, for its password has just been handed over; later ones are not. */
    boolean trusts(long staff, String device) {
        return jdbc
                        .sql("SELECT device FROM known_device WHERE staff_id = ?")
                        .params(staff)
                        .query(String.class)
                        .list()
                        .stream()
                        .anyMatch(device::equals)
                || isFirst(staff);
    }

    void remember(long staff, String device) {
        jdbc.sql("""
                        INSERT INTO known_device (staff_id, device, seen_at) VALUES (?, ?, ?)
                        ON DUPLICATE KEY UPDATE seen_at = VALUES(seen_at)
                        """).params(staff, device, Timestamp.from(clock.instant())).update();
    }

    private boolean isFirst(long staff) {
        return jdbc.sql("SELECT device FROM known_device WHERE staff_id = ? LIMIT 1")
                .params(staff)
                .query(String.class)
                .list()
                .isEmpty();
    }
}
