package io.mendian.runtime.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.TestServers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A topic of more keys than fit into memory is read in parts, and nothing falls between these. */
class TopicOfManyKeysTest {

    private static final int AT_ONCE = 2;

    private final String topic = "keys-" + ThreadLocalRandom.current().nextLong(1L << 60);
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(TestServers.freshSchema("keys"), TestServers.user(), TestServers.password());
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final Producer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.kafka()), new StringSerializer(), new ByteArraySerializer());

    @BeforeEach
    void fiveKeysWithThreeEventsEach() {
        new ResourceDatabasePopulator(new ClassPathResource("db/platform/V0002__outbox.sql")).execute(database);
        for (int key = 1; key <= 5; key++) {
            jdbc.update("INSERT INTO outbox_sequence (topic, msg_key, last_seq) VALUES (?, ?, 3)", topic, "k" + key);
            for (int sequence = 1; sequence <= 3; sequence++) {
                put("k" + key, sequence);
            }
        }
    }

    @AfterEach
    void noMoreIsSent() {
        producer.close();
    }

    @Test
    void everyKeyIsInOnePartAlsoOneThatNobodyNoted() {
        List<KeyRange> ranges = KeyRange.of(jdbc, topic, AT_ONCE);
        assertThat(ranges).hasSize(3);
        for (String key : List.of("a", "k1", "k2", "k21", "k3", "k4", "k5", "z")) {
            assertThat(ranges.stream().filter(range -> range.holds(key)).count())
                    .as(key)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsRightIsFoundRightInEveryPart() {
        assertThat(offenders(0)).isEmpty();
        assertThat(offenders(1)).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedWhereverItIs() {
        put("a", 1);
        put("k5", 5);
        jdbc.update("UPDATE outbox_sequence SET last_seq = 4 WHERE topic = ? AND msg_key = 'k2'", topic);
        assertThat(offenders(0))
                .containsExactlyInAnyOrder(
                        topic + " a: on the topic 1, committed 0",
                        topic + " k2: sent 4, on the topic 3",
                        topic + " k5: on the topic 5, committed 3");
        assertThat(offenders(1)).containsExactly(topic + " k5: 5 after 3");
    }

    private void put(String key, int sequence) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, key, new byte[] {'{', '}'});
        Map.of("ce_source", "/mendian/books", "ce_id", key + sequence, "ce_sequence", Integer.toString(sequence))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    /** Of the first check what is missing or too much, of the second what is out of order. */
    private List<String> offenders(int check) {
        TopicBooks books = new TopicBooks(
                jdbc,
                () -> new KafkaConsumer<>(
                        Map.of("bootstrap.servers", TestServers.kafka(), "enable.auto.commit", false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                "books",
                AT_ONCE);
        return books.check(List.of(topic)).get(check).offenders();
    }
}
