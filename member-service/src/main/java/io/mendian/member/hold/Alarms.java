package io.mendian.member.hold;

import java.sql.Timestamp;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows that a person has to look at: assets that an order was paid with, but that could not be taken or given back. */
@Component
public class Alarms {

    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Alarms(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One alarm per kind and reference. */
    public void raise(String kind, String reference, String facts) {
        LOG.error("ALARM {} {}: {}", kind, reference, facts);
        jdbc.update(
                "INSERT IGNORE INTO asset_alarm (kind, reference, facts, raised_at) VALUES (?, ?, ?, ?)",
                kind,
                reference,
                facts,
                Timestamp.from(clock.instant()));
    }
}
