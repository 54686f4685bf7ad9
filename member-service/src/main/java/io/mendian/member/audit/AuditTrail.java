package io.mendian.member.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes the trace of a privileged write in the transaction of that write. Each row carries the hash of the one before, so
 * that a row changed or taken out later shows. The head of the chain is locked until commit: add the trace last.
 */
@Component
public class AuditTrail {

    private static final int LONGEST = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Head(long position, String hash) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(AuditEntry entry) {
        Head head = jdbc.sql("SELECT position, hash FROM audit_head WHERE id = 1 FOR UPDATE")
                .query((row, n) -> new Head(row.getLong(1), row.getString(2)))
                .single();
        // the database keeps microseconds; the hash must see what will be read back
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String facts = entry.factsText();
        facts = facts.length() > LONGEST ? facts.substring(0, LONGEST) : facts;
        long position = head.position + 1;
        String hash = hash(head.hash, position, now, entry, facts);
        jdbc.sql("""
                        INSERT INTO audit_entry
                            (position, at, actor, store_id, address, action, subject, facts, previous_hash, hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(position, Timestamp.from(now), entry.actor(), entry.storeId(), entry.address()))
                .params(entry.action(), entry.subject(), facts, head.hash, hash)
                .update();
        jdbc.sql("UPDATE audit_head SET position = ?, hash = ? WHERE id = 1")
                .params(position, hash)
                .update();
    }

    static String hash(String previous, long position, Instant at, AuditEntry entry, String facts) {
        return hash(
                previous,
                Long.toString(position),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, at)),
                entry.actor(),
                text(entry.storeId()),
                entry.address(),
                entry.action(),
                entry.subject(),
                facts);
    }

    private static String text(@Nullable Long id) {
        return id == null ? "" : id.toString();
    }

    /** Each part is preceded by its length, so that no two lists of parts look the same. */
    private static String hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
