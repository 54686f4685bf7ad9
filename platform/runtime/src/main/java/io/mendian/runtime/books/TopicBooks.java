package io.mendian.runtime.books;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Reads this service's topics from their beginning: each key's events follow one another without a gap (I20), what was
 * committed is there and nothing else (I19). Keeps one number per key in memory.
 */
final class TopicBooks implements SlowBookCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String source;

    TopicBooks(JdbcTemplate jdbc, Supplier<Consumer<String, byte[]>> consumers, String service) {
        this.jdbc = jdbc;
        this.consumers = consumers;
        this.source = "/mendian/" + service;
    }

    @Override
    public List<BookResult> run() {
        long began = System.nanoTime();
        KeySequences sequences = new KeySequences();
        List<String> missing = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            for (String topic : jdbc.queryForList("SELECT DISTINCT topic FROM outbox_sequence", String.class)) {
                Map<String, Long> sent = sent(topic);
                boolean whole = read(consumer, topic, sequences);
                compare(topic, sent, sequences, whole, missing);
            }
        } catch (KafkaException e) {
            missing.add("the check could not run: " + e.getMessage());
        }
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        return List.of(
                result(
                        "I19 what was committed is on the topic, and nothing else",
                        sequences.records(),
                        millis,
                        missing),
                result(
                        "I20 the events of each key follow one another without a gap",
                        sequences.records(),
                        millis,
                        sequences.wrong()));
    }

    private static BookResult result(String name, long checked, long millis, List<String> wrong) {
        List<String> shown = wrong.stream().limit(SqlBooks.SHOWN).toList();
        return new BookResult(name, "event on the topic", wrong.isEmpty(), checked, millis, shown);
    }

    /** The last event of each key that has left the outbox, before the topic's end is asked for. */
    private Map<String, Long> sent(String topic) {
        Map<String, Long> sent = new HashMap<>();
        jdbc.query("""
                SELECT s.msg_key, COALESCE(o.first_waiting - 1, s.last_seq)
                FROM outbox_sequence s
                LEFT JOIN (SELECT msg_key, MIN(seq) AS first_waiting FROM outbox WHERE topic = ? GROUP BY msg_key) o
                    ON o.msg_key = s.msg_key
                WHERE s.topic = ?
                """, (RowCallbackHandler) row -> sent.put(row.getString(1), row.getLong(2)), topic, topic);
        return sent;
    }

    /** Reads up to the ends of now; true when nothing was removed from the topic's beginning yet. */
    private boolean read(Consumer<String, byte[]> consumer, String topic, KeySequences sequences) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic, PATIENCE).stream()
                .map((PartitionInfo p) -> new TopicPartition(topic, p.partition()))
                .toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
        boolean whole = consumer.beginningOffsets(partitions, PATIENCE).values().stream()
                .allMatch(offset -> offset == 0);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (partitions.stream().anyMatch(p -> consumer.position(p, PATIENCE) < ends.getOrDefault(p, 0L))) {
            var records = consumer.poll(PATIENCE);
            if (records.isEmpty()) {
                throw new KafkaException("the topic " + topic + " stopped answering");
            }
            for (ConsumerRecord<String, byte[]> found : records) {
                if (source.equals(KeySequences.header(found, "ce_source"))) {
                    sequences.see(found, whole);
                }
            }
        }
        return whole;
    }

    private void compare(
            String topic, Map<String, Long> sent, KeySequences sequences, boolean whole, List<String> missing) {
        Map<String, Long> seen = sequences.of(topic);
        sent.forEach((key, last) -> {
            long there = seen.getOrDefault(key, 0L);
            if (there < last && (whole || there > 0)) {
                missing.add(topic + " " + key + ": sent " + last + ", on the topic " + there);
            }
        });
        seen.forEach((key, there) -> {
            if (there > sent.getOrDefault(key, 0L)) {
                long committed = jdbc
                        .queryForList(
                                "SELECT last_seq FROM outbox_sequence WHERE topic = ? AND msg_key = ?",
                                Long.class,
                                topic,
                                key)
                        .stream()
                        .findFirst()
                        .orElse(0L);
                if (there > committed) {
                    missing.add(topic + " " + key + ": on the topic " + there + ", committed " + committed);
                }
            }
        });
    }
}
