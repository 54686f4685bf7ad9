package io.mendian.runtime.books;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** Some keys of a topic: those after one and up to another. All ranges together hold every key, also those nobody has noted. */
record KeyRange(
        String topic, @Nullable String after, @Nullable String upTo) {

    /** Ranges of so many noted keys. */
    static List<KeyRange> of(JdbcTemplate jdbc, String topic, int keys) {
        List<KeyRange> ranges = new ArrayList<>();
        String after = null;
        while (true) {
            String upTo = jdbc
                    .queryForList(
                            "SELECT msg_key FROM outbox_sequence WHERE topic = ? AND msg_key > ? ORDER BY msg_key LIMIT 1 OFFSET ?",
                            String.class,
                            topic,
                            after == null ? "" : after,
                            keys - 1)
                    .stream()
                    .findFirst()
                    .orElse(null);
            ranges.add(new KeyRange(topic, after, upTo));
            if (upTo == null) {
                return ranges;
            }
            after = upTo;
        }
    }

    boolean holds(String key) {
        return (after == null || key.compareTo(after) > 0) && (upTo == null || key.compareTo(upTo) <= 0);
    }

    /** The last event of each noted key that has left the outbox. */
    void sent(JdbcTemplate jdbc, KeySequences sequences) {
        jdbc.query(
                """
                SELECT s.msg_key, COALESCE(
                    (SELECT MIN(o.seq) - 1 FROM outbox o WHERE o.topic = s.topic AND o.msg_key = s.msg_key), s.last_seq)
                FROM outbox_sequence s
                WHERE s.topic = ? AND s.msg_key > ? AND (? IS NULL OR s.msg_key <= ?)
                """,
                (RowCallbackHandler) row -> sequences.sent(row.getString(1), row.getLong(2)),
                topic,
                after == null ? "" : after,
                upTo,
                upTo);
    }

    /** The last event of the key that is committed now; 0 when there is none. */
    long committed(JdbcTemplate jdbc, String key) {
        return jdbc
                .queryForList(
                        "SELECT last_seq FROM outbox_sequence WHERE topic = ? AND msg_key = ?", Long.class, topic, key)
                .stream()
                .findFirst()
                .orElse(0L);
    }
}
