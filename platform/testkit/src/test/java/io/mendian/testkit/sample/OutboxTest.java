package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.OrderCancelled;
import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.event.Outbox;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.StatementCounter;
import io.mendian.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@MendianTest
class OutboxTest {

    private static final int WRITERS = 16;
    private static final int KEYS = 50;
    private static final int ROUNDS = 40;

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final long base = ThreadLocalRandom.current().nextLong(1L << 50);

    @Test
    void parallelWritersOfTheSameKeysArriveAsOneTwoThreeWithoutAGap() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        everybodyWrote(Race.run(WRITERS, writer -> () -> {
            for (int round = 0; round < ROUNDS; round++) {
                long key = base + ThreadLocalRandom.current().nextInt(KEYS);
                transaction.executeWithoutResult(status -> outbox.add(cancelled(key)));
            }
            return writer;
        }));
        Map<String, List<Long>> first = firstDeliveries(WRITERS * ROUNDS);
        first.forEach((key, sequences) -> assertThat(sequences)
                .as("key %s", key)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
        assertThat(first.values().stream().mapToInt(List::size).sum()).isEqualTo(WRITERS * ROUNDS);
    }

    /** Far more than the relay reads at once, in long transactions that commit in another order than their ids were drawn. */
    @Test
    void aFullOutboxKeepsTheOrderAlthoughSmallerIdsAreCommittedLate() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        int each = 150;
        everybodyWrote(Race.run(8, writer -> () -> {
            for (int round = 0; round < 12; round++) {
                long first = base + ThreadLocalRandom.current().nextInt(KEYS - 3);
                List<OrderCancelled> events = LongStream.range(0, each)
                        .mapToObj(i -> cancelled(first + i % 3))
                        .toList();
                transaction.executeWithoutResult(status -> outbox.addAll(events));
            }
            return writer;
        }));
        Map<String, List<Long>> first = firstDeliveries(8 * 12 * each);
        first.forEach((key, sequences) -> assertThat(sequences)
                .as("key %s", key)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
        assertThat(first.values().stream().mapToInt(List::size).sum()).isEqualTo(8 * 12 * each);
    }

    @Test
    void aRolledBackChangeTellsNothingAndLeavesNoGap() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        transaction.executeWithoutResult(status -> {
            outbox.add(cancelled(base));
            status.setRollbackOnly();
        });
        transaction.executeWithoutResult(status -> outbox.addAll(List.of(cancelled(base), cancelled(base))));
        assertThat(firstDeliveries(2)).containsEntry(Long.toString(base), List.of(1L, 2L));
    }

    /** A few are numbered by the rows themselves, many by this program. */
    @Test
    void fewAndManyEventsOfMixedKeysAreNumberedOneByOne() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        for (int count = 1; count <= 12; count++) {
            List<OrderCancelled> events = LongStream.range(0, count)
                    .mapToObj(i -> cancelled(base + i % 3))
                    .toList();
            transaction.executeWithoutResult(status -> outbox.addAll(events));
        }
        Map<String, List<Long>> first = firstDeliveries(78);
        assertThat(first).hasSize(3);
        first.forEach((key, sequences) -> assertThat(sequences)
                .as("key %s", key)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
        assertThat(first.values().stream().mapToInt(List::size).sum()).isEqualTo(78);
    }

    /** Every service pays this for every change that it tells of: lower the limit when statements go. */
    @Test
    void severalEventsAreToldWithTwoStatements() {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        List<String> sent = StatementCounter.sentBy(() -> transaction.executeWithoutResult(
                status -> outbox.addAll(List.of(cancelled(base), cancelled(base + 1), cancelled(base)))));
        assertThat(sent.stream()
                        .filter(sql -> sql.contains("outbox_sequence") || sql.contains("INSERT INTO outbox"))
                        .toList())
                .hasSize(2);
    }

    @Test
    void aLeaseOfAClockThatRanAheadStopsNobody() {
        jdbc.update(
                "UPDATE outbox_relay SET owner = 'ran ahead', leased_until = ? WHERE id = 1",
                Timestamp.from(Instant.now().plus(Duration.ofHours(2))));
        new TransactionTemplate(transactions).executeWithoutResult(status -> outbox.add(cancelled(base)));
        assertThat(firstDeliveries(1)).containsKey(Long.toString(base));
    }

    /** A number that was drawn twice is refused by the table: who met one has written nothing that could be waited for. */
    private static void everybodyWrote(List<Race.Outcome<Integer>> outcomes) {
        assertThat(outcomes).allMatch(Race.Outcome::succeeded, "wrote all its events");
    }

    /**
     * Reads the topic until this test's events are all there, or until nothing is left that could come; keeps for each key
     * the sequences in the order of first delivery.
     */
    private Map<String, List<Long>> firstDeliveries(int expected) {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", TestServers.kafka());
        properties.put("group.id", UUID.randomUUID().toString());
        properties.put("auto.offset.reset", "earliest");
        Map<String, List<Long>> seen = new HashMap<>();
        int count = 0;
        try (var consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("mendian.order"));
            boolean more = true;
            for (int polls = 0; more && count < expected && polls < 600; polls++) {
                boolean allSent =
                        Long.valueOf(0).equals(jdbc.queryForObject("SELECT COUNT(*) FROM outbox", Long.class));
                more = !allSent || !hasReadAll(consumer);
                for (ConsumerRecord<String, String> message : consumer.poll(Duration.ofMillis(100))) {
                    long key = Long.parseLong(message.key());
                    if (key >= base && key < base + KEYS) {
                        long sequence = Long.parseLong(new String(
                                message.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8));
                        List<Long> sequences = seen.computeIfAbsent(message.key(), k -> new ArrayList<>());
                        if (!sequences.contains(sequence)) {
                            sequences.add(sequence);
                            count++;
                        }
                    }
                }
            }
        }
        return seen;
    }

    /** Whether this reader stands at the end of what the topic holds now. */
    private static boolean hasReadAll(KafkaConsumer<String, String> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static OrderCancelled cancelled(long key) {
        return new OrderCancelled(OrderId.of(key), StoreId.of(1), null, "TEST", Instant.EPOCH);
    }
}
