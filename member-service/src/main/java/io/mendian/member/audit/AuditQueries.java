package io.mendian.member.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the audit trail and proves that nothing was changed in it. */
@Component
public class AuditQueries {

    private static final int PAGE = 1000;
    private static final int MOST_OFFENDERS = 20;

    private final JdbcClient jdbc;

    AuditQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a walk along the chain found: rows read, and the first positions whose hash does not fit. */
    public record Verification(long checked, List<String> broken) {}

    private record Head(long position, String hash) {}

    private record Chained(AuditView view, String previousHash) {}

    /** The newest first; {@code before} is the position to go on from, 0 for the newest. */
    public List<AuditView> latest(@Nullable String subject, @Nullable String actor, long before, int limit) {
        return jdbc.sql("""
                        SELECT * FROM audit_entry
                        WHERE (? IS NULL OR subject = ?) AND (? IS NULL OR actor = ?) AND (? = 0 OR position < ?)
                        ORDER BY position DESC LIMIT ?
                        """)
                .params(Arrays.asList(subject, subject, actor, actor, before, before, limit))
                .query((row, n) -> view(row))
                .list();
    }

    /** Walks the whole chain; the head names the last row, so a tail cut off shows too. */
    public Verification verify() {
        List<String> broken = new ArrayList<>();
        Head head = jdbc.sql("SELECT position, hash FROM audit_head WHERE id = 1")
                .query((row, n) -> new Head(row.getLong(1), row.getString(2)))
                .single();
        long last = head.position;
        String previous = "0".repeat(64);
        long position = 0;
        while (position < last && broken.size() < MOST_OFFENDERS) {
            List<Chained> page = page(position, last);
            for (Chained row : page) {
                position++;
                if (row.view.position() != position || !fits(row, previous)) {
                    broken.add("audit entry " + row.view.position() + " does not fit the chain");
                    position = row.view.position();
                }
                previous = row.view.hash();
            }
            if (page.isEmpty()) {
                break;
            }
        }
        if (position != last || !previous.equals(head.hash)) {
            broken.add("the chain ends at " + position + ", its head says " + last);
        }
        return new Verification(position, broken);
    }

    private List<Chained> page(long after, long last) {
        return jdbc.sql("SELECT * FROM audit_entry WHERE position > ? AND position <= ? ORDER BY position LIMIT ?")
                .params(after, last, PAGE)
                .query((row, n) -> new Chained(view(row), row.getString("previous_hash")))
                .list();
    }

    private static boolean fits(Chained row, String previous) {
        AuditView view = row.view;
        Long store = view.storeId() == null ? null : Long.valueOf(view.storeId());
        AuditEntry entry = new AuditEntry(view.actor(), store, view.address(), view.action(), view.subject(), Map.of());
        return row.previousHash.equals(previous)
                && view.hash().equals(AuditTrail.hash(previous, view.position(), view.at(), entry, view.facts()));
    }

    private static AuditView view(ResultSet row) throws SQLException {
        return new AuditView(
                row.getLong("position"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                row.getString("store_id"),
                row.getString("address"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("facts"),
                row.getString("hash"));
    }
}
