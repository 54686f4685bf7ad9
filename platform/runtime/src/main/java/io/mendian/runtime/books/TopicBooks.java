package io.mendian.runtime.books;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads this service's topics from their beginning: each key's events follow one another without a gap (I20), what was
 * committed is there and nothing else (I19). Keeps the numbers of so many keys in memory as {@code keysAtOnce} says, and
 * reads a topic of more keys as often as it needs.
 */
final class TopicBooks implements SlowBookCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final JdbcTemplate jdbc;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final String source;
    private final int keysAtOnce;

    TopicBooks(JdbcTemplate jdbc, Supplier<Consumer<String, byte[]>> consumers, String service, int keysAtOnce) {
        this.jdbc = jdbc;
        this.consumers = consumers;
        this.source = "/mendian/" + service;
        this.keysAtOnce = keysAtOnce;
    }

    @Override
    public List<BookResult> run() {
        return check(jdbc.queryForList("SELECT DISTINCT topic FROM outbox_sequence", String.class));
    }

    List<BookResult> check(List<String> topics) {
        long began = System.nanoTime();
        long records = 0;
        List<String> missing = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            for (String topic : topics) {
                for (KeyRange range : KeyRange.of(jdbc, topic, keysAtOnce)) {
                    KeySequences sequences = new KeySequences();
                    range.sent(jdbc, sequences);
                    boolean whole = read(consumer, range, sequences);
                    compare(range, sequences, whole, missing);
                    records += sequences.records();
                    wrong.addAll(sequences.wrong());
                }
            }
        } catch (KafkaException e) {
            missing.add("the check could not run: " + e.getMessage());
        }
        long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
        return List.of(
                result("I19 what was committed is on the topic, and nothing else", records, millis, missing),
                result("I20 the events of each key follow one another without a gap", records, millis, wrong));
    }

    private static BookResult result(String name, long checked, long millis, List<String> wrong) {
        List<String> shown = wrong.stream().limit(SqlBooks.SHOWN).toList();
        return new BookResult(name, "event on the topic", wrong.isEmpty(), checked, millis, shown);
    }

    /** Reads up to the ends of now; true when nothing was removed from the topic's beginning yet. */
    private boolean read(Consumer<String, byte[]> consumer, KeyRange range, KeySequences sequences) {
        String topic = range.topic();
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
                if (range.holds(found.key()) && source.equals(KeySequences.header(found, "ce_source"))) {
                    sequences.see(found, whole);
                }
            }
        }
        return whole;
    }

    private void compare(KeyRange range, KeySequences sequences, boolean whole, List<String> missing) {
        sequences.each((name, key) -> {
            if (missing.size() >= SqlBooks.SHOWN) {
                return;
            }
            if (key.seen() < key.sent() && (whole || key.seen() > 0)) {
                missing.add(range.topic() + " " + name + ": sent " + key.sent() + ", on the topic " + key.seen());
            } else if (key.seen() > key.sent()) {
                long committed = range.committed(jdbc, name);
                if (key.seen() > committed) {
                    missing.add(
                            range.topic() + " " + name + ": on the topic " + key.seen() + ", committed " + committed);
                }
            }
        });
    }
}
