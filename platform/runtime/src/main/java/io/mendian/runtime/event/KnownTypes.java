package io.mendian.runtime.event;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which event types a service handles, per topic, and since when. A version that handles more than the one before it finds
 * here what that one has passed over.
 */
final class KnownTypes {

    private static final Instant ALWAYS = Instant.parse("2000-01-01T00:00:00Z");

    /** Less than the inbox keeps: what is younger and was handled is known to have been. */
    static final Duration TOLD_APART = Duration.ofDays(29);

    /** How far a version may have been behind when it was replaced by one that handles less. */
    private static final Duration BEHIND = Duration.ofDays(1);

    /** An instance of the version before may run beside ours for so long, and pass over what its partitions bring. */
    private static final Duration BESIDE_EACH_OTHER = Duration.ofDays(1);

    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String consumer;
    private final Clock clock;

    KnownTypes(JdbcTemplate jdbc, TransactionTemplate transaction, String consumer, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.consumer = consumer;
        this.clock = clock;
    }

    /** An event type and the topic it comes on. */
    record Type(String topic, String type) {}

    /** Events of this type since then may have been passed over. */
    record Gap(Type type, Instant since) {}

    private record Row(
            Type type,
            Instant missedSince,
            Instant learntAt,
            @Nullable Instant readAt,
            @Nullable Instant lookAgainUntil,
            @Nullable Instant droppedAt) {

        Stream<Gap> gap(Instant now) {
            if (droppedAt != null) {
                return Stream.empty();
            }
            if (readAt == null) {
                return Stream.of(new Gap(type, missedSince));
            }
            return lookAgainUntil != null && lookAgainUntil.isAfter(now)
                    ? Stream.of(new Gap(type, learntAt.minus(OVERLAP)))
                    : Stream.empty();
        }
    }

    /** Notes what is handled now and what is not any more; gives what has to be read before anything else is. */
    List<Gap> gaps(Set<Type> handled) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(status -> note(handled, now));
        return rows().values().stream().flatMap(row -> row.gap(now)).toList();
    }

    private void note(Set<Type> handled, Instant now) {
        Map<Type, Row> known = rows();
        // nobody has kept this table yet: what the version before handled is told by the inbox alone
        Instant missed = known.isEmpty() ? now.minus(TOLD_APART) : ALWAYS;
        for (Type type : handled) {
            Row row = known.get(type);
            if (row == null) {
                jdbc.update("""
                        INSERT IGNORE INTO known_event_type (consumer, topic, type, missed_since, learnt_at)
                        VALUES (?, ?, ?, ?, ?)
                        """, consumer, type.topic(), type.type(), Timestamp.from(missed), Timestamp.from(now));
            } else if (row.droppedAt() != null) {
                learnAgain(row, row.droppedAt(), now);
            }
        }
        known.values().stream()
                .filter(row -> row.droppedAt() == null && !handled.contains(row.type()))
                .forEach(row -> update(row.type(), "dropped_at = ?", Timestamp.from(now)));
    }

    /** What the inbox has forgotten cannot be told apart: then nothing is read that was there before the type was dropped. */
    private void learnAgain(Row row, Instant dropped, Instant now) {
        boolean longAgo = dropped.isBefore(now.minus(TOLD_APART).plus(BEHIND));
        update(
                row.type(),
                "missed_since = ?, learnt_at = ?, read_at = NULL, look_again_until = NULL, dropped_at = NULL",
                Timestamp.from(longAgo ? dropped : dropped.minus(BEHIND)),
                Timestamp.from(now));
    }

    /** {@code passedOver}: a version before this one has read the topic, and may still run. */
    void read(Gap gap, boolean passedOver) {
        Instant now = clock.instant();
        jdbc.update(
                """
                UPDATE known_event_type SET read_at = ?, look_again_until = ?
                WHERE consumer = ? AND topic = ? AND type = ? AND read_at IS NULL
                """,
                Timestamp.from(now),
                passedOver ? Timestamp.from(now.plus(BESIDE_EACH_OTHER)) : null,
                consumer,
                gap.type().topic(),
                gap.type().type());
    }

    private void update(Type type, String set, Timestamp... values) {
        Object[] all = new Object[values.length + 3];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = consumer;
        all[values.length + 1] = type.topic();
        all[values.length + 2] = type.type();
        jdbc.update("UPDATE known_event_type SET " + set + " WHERE consumer = ? AND topic = ? AND type = ?", all);
    }

    private Map<Type, Row> rows() {
        Map<Type, Row> rows = new HashMap<>();
        jdbc.query(
                """
                SELECT topic, type, missed_since, learnt_at, read_at, look_again_until, dropped_at
                FROM known_event_type WHERE consumer = ?
                """,
                row -> {
                    Type type = new Type(row.getString(1), row.getString(2));
                    rows.put(
                            type,
                            new Row(
                                    type,
                                    row.getTimestamp(3).toInstant(),
                                    row.getTimestamp(4).toInstant(),
                                    instant(row.getTimestamp(5)),
                                    instant(row.getTimestamp(6)),
                                    instant(row.getTimestamp(7))));
                },
                consumer);
        return rows;
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
