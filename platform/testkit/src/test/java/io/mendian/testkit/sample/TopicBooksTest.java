package io.mendian.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.testkit.Api;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** What is on a topic is compared with what was committed; the topic is the test's own, and the first one looked at. */
@MendianTest
class TopicBooksTest {

    @Autowired
    Api api;

    @Autowired
    Producer<String, byte[]> producer;

    @Autowired
    JdbcTemplate jdbc;

    private final String topic = "a-books-" + ThreadLocalRandom.current().nextLong(1L << 60);

    @BeforeEach
    void threeEventsWereSent() {
        jdbc.update("DELETE FROM outbox_sequence WHERE topic LIKE 'a-books-%'");
        jdbc.update("INSERT INTO outbox_sequence (topic, msg_key, last_seq) VALUES (?, 'k', 3)", topic);
        for (int sequence = 1; sequence <= 3; sequence++) {
            put(sequence, "id" + sequence);
        }
    }

    @AfterEach
    void theTopicIsForgotten() {
        jdbc.update("DELETE FROM outbox_sequence WHERE topic = ?", topic);
    }

    @Test
    void whatWasSentIsFoundInOrderAlsoWhenItComesTwice() {
        put(2, "id2");
        put(3, "id3");
        assertThat(offenders("I19")).isEmpty();
        assertThat(offenders("I20")).isEmpty();
    }

    @Test
    void anEventThatNobodyCommittedIsNamed() {
        put(4, "id4");
        assertThat(offenders("I19")).containsExactly(topic + " k: on the topic 4, committed 3");
    }

    @Test
    void anEventThatIsNotOnTheTopicIsNamed() {
        jdbc.update("UPDATE outbox_sequence SET last_seq = 5 WHERE topic = ?", topic);
        assertThat(offenders("I19")).containsExactly(topic + " k: sent 5, on the topic 3");
    }

    @Test
    void aGapIsNamedAndANumberWithTwoIdsToo() {
        put(6, "id6");
        put(6, "other");
        assertThat(offenders("I20"))
                .containsExactly(topic + " k: 6 after 3", topic + " k: 6 comes again with another id");
    }

    private void put(long sequence, String id) {
        ProducerRecord<String, byte[]> message = new ProducerRecord<>(topic, "k", new byte[] {'{', '}'});
        Map.of("ce_source", "/mendian/testkit-sample", "ce_id", id, "ce_sequence", Long.toString(sequence))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    private List<String> offenders(String check) {
        JsonNode books = api.as(TestCallers.headquarters())
                .get("/hq/v1/books/testkit-sample/topics")
                .expect(200)
                .json();
        return books.path("checks")
                .valueStream()
                .filter(one -> one.path("name").asString().startsWith(check)
                        && one.path("scope").asString().equals("event on the topic"))
                .flatMap(one -> one.path("offenders").valueStream())
                .map(JsonNode::asString)
                .filter(wrong -> wrong.startsWith(topic))
                .toList();
    }
}
