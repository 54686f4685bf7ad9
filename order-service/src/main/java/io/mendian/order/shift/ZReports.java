package io.mendian.order.shift;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The Z reports: numbered without gaps per till, only ever added, each with the hash of the one before. */
@Repository
class ZReports {

    private static final String FIRST = "0".repeat(64);

    private final JdbcClient jdbc;
    private final Tills tills;
    private final JsonMapper json;

    ZReports(JdbcClient jdbc, Tills tills, JsonMapper json) {
        this.jdbc = jdbc;
        this.tills = tills;
        this.json = json;
    }

    /** The till's next number; two shifts of a till close one after the other. */
    long next(long tillId) {
        return tills.nextZ(tillId);
    }

    void keep(Shift shift, long z, ShiftReport report, Instant now) {
        String text = json.writeValueAsString(report);
        String previous = jdbc.sql("SELECT hash FROM z_report WHERE till_id = ? AND z_number = ? LOCK IN SHARE MODE")
                .params(shift.tillId(), z - 1)
                .query(String.class)
                .optional()
                .orElse(FIRST);
        int ignored = jdbc.sql("""
                        INSERT INTO z_report (till_id, z_number, shift_id, report, previous_hash, hash, closed_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(shift.tillId(), z, shift.id(), text, previous, hash(previous + text), Timestamp.from(now))
                .update();
    }

    Optional<ShiftReport> of(long shift) {
        return jdbc.sql("SELECT report FROM z_report WHERE shift_id = ?")
                .param(shift)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, ShiftReport.class));
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
