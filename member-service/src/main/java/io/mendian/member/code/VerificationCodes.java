package io.mendian.member.code;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code verification_code}. */
@Repository
class VerificationCodes {

    private final JdbcClient jdbc;

    VerificationCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record CodeRow(
            String sessionHash,
            CodePurpose purpose,
            String phoneIndex,
            String addressIndex,
            String codeHash,
            String reference,
            Instant createdAt,
            Instant expiresAt) {}

    void insert(CodeRow row) {
        jdbc.sql("""
                        INSERT INTO verification_code
                            (session_hash, purpose, phone_index, address_index, code_hash, reference, tries,
                             created_at, expires_at)
                        VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?)
                        """)
                .params(row.sessionHash, row.purpose.name(), row.phoneIndex, row.addressIndex, row.codeHash)
                .params(row.reference, Timestamp.from(row.createdAt), Timestamp.from(row.expiresAt))
                .update();
    }

    /** Makes all that ask for codes of this phone, or from this address, wait for each other until commit. */
    void lock(String bucket, Instant now) {
        jdbc.sql("""
                        INSERT INTO throttle (bucket, began_at, ends_at, taken) VALUES (?, ?, ?, 0)
                        ON DUPLICATE KEY UPDATE ends_at = VALUES(ends_at)
                        """)
                .params(bucket, Timestamp.from(now), Timestamp.from(now.plus(Duration.ofDays(1))))
                .update();
    }

    /** When the {@code most}-th last code of the span was asked for, if there were so many. */
    Optional<Instant> blocking(String column, String index, Instant since, int most) {
        String by = column.equals("phone_index") ? "phone_index" : "address_index";
        return jdbc.sql("SELECT created_at FROM verification_code WHERE " + by
                        + " = ? AND created_at > ? ORDER BY created_at DESC LIMIT 1 OFFSET ?")
                .params(index, Timestamp.from(since), most - 1)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Older codes of the phone for the same purpose end when a new one is sent. */
    void endOlder(String phoneIndex, CodePurpose purpose, Instant now) {
        jdbc.sql("""
                        UPDATE verification_code SET ended_at = ?
                        WHERE phone_index = ? AND purpose = ? AND ended_at IS NULL AND created_at > ?
                        """)
                .params(Timestamp.from(now), phoneIndex, purpose.name(), Timestamp.from(now.minus(SendCode.LIFE)))
                .update();
    }

    /** Takes one of the five tries of a live code; gives its hash. */
    Optional<String> tryOnce(String sessionHash, CodePurpose purpose, String phoneIndex, Instant now) {
        int rows = jdbc.sql("""
                        UPDATE verification_code SET tries = tries + 1
                        WHERE session_hash = ? AND purpose = ? AND phone_index = ?
                          AND tries < 5 AND ended_at IS NULL AND expires_at > ?
                        """)
                .params(sessionHash, purpose.name(), phoneIndex, Timestamp.from(now))
                .update();
        return rows == 0
                ? Optional.empty()
                : jdbc.sql("SELECT code_hash FROM verification_code WHERE session_hash = ?")
                        .params(sessionHash)
                        .query(String.class)
                        .optional();
    }

    /** Uses a code up; false when somebody was faster. */
    boolean use(String sessionHash, Instant now) {
        return jdbc.sql("UPDATE verification_code SET ended_at = ? WHERE session_hash = ? AND ended_at IS NULL")
                        .params(Timestamp.from(now), sessionHash)
                        .update()
                == 1;
    }

    int forgetOld(Instant before, int limit) {
        return jdbc.sql("DELETE FROM verification_code WHERE created_at < ? ORDER BY created_at LIMIT ?")
                .params(Timestamp.from(before), limit)
                .update();
    }
}
