package io.mendian.runtime.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What one test sends to a topic that it shares with others and with earlier runs: events of a key of its own. */
final class SentEvents {

    private final String topic;
    private final String key = "k" + ThreadLocalRandom.current().nextLong(1L << 60);
    private final List<String> ids = new ArrayList<>();

    SentEvents(String topic) {
        this.topic = topic;
    }

    void send(Producer<String, byte[]> producer, String type, int n, Instant time) {
        ProducerRecord<String, byte[]> message =
                new ProducerRecord<>(topic, key, ("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8));
        ids.add(UUID.randomUUID().toString());
        Map.of(
                        "ce_id", ids.getLast(),
                        "ce_type", type,
                        "ce_time", time.toString(),
                        "ce_sequence", Integer.toString(n))
                .forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(message);
        producer.flush();
    }

    String key() {
        return key;
    }

    List<String> ids() {
        return ids;
    }

    /** Of what a handler has noted as "key what" only what is ours. */
    List<String> of(Collection<String> seen) {
        return seen.stream()
                .filter(one -> one.startsWith(key + " "))
                .map(one -> one.substring(key.length() + 1))
                .toList();
    }
}
