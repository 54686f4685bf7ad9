package io.mendian.chain.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Fault F12: all that a broker may hold besides what our relays send: old events again, unknown types, no key, no JSON. */
final class OddEvents {

    private static final int AGAIN = 300;
    private static final int MOST = 4_000;

    private final String brokers;

    OddEvents(String brokers) {
        this.brokers = brokers;
    }

    /** Sends the last events of every topic once more, in a wrong order, and some that nobody knows. Gives how many. */
    int send() {
        List<ConsumerRecord<String, byte[]>> last = last();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> event : last.reversed()) {
                producer.send(new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers()));
            }
            for (String topic :
                    last.stream().map(ConsumerRecord::topic).distinct().toList()) {
                producer.send(stranger(topic, "k", "{}", "nobody.knows.this.v9"));
                producer.send(stranger(topic, "k", "no json at all", "nobody.knows.this.v9"));
                producer.send(stranger(topic, null, "{}", "nobody.knows.this.v9"));
                producer.send(new ProducerRecord<>(topic, null, new byte[] {1, 2, 3}));
                producer.send(stranger(topic, "k", "x".repeat(500_000), "nobody.knows.this.v9"));
            }
            producer.flush();
        }
        return last.size();
    }

    /** Everything since the beginning once more, in any order; gives how many. */
    int sendAll(Random random) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>(all());
        Collections.shuffle(events, random);
        List<ConsumerRecord<String, byte[]>> some = events.subList(0, Math.min(MOST, events.size()));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> event : some) {
                producer.send(new ProducerRecord<>(event.topic(), null, event.key(), event.value(), event.headers()));
            }
            producer.flush();
        }
        return some.size();
    }

    static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? "nobody.says" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static ProducerRecord<String, byte[]> stranger(
            String topic, @Nullable String key, String payload, String type) {
        ProducerRecord<String, byte[]> event =
                new ProducerRecord<>(topic, null, key, payload.getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_id", UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
        event.headers().add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return event;
    }

    private List<ConsumerRecord<String, byte[]>> last() {
        return read(AGAIN);
    }

    /** Everything the topics hold that carries a type. */
    List<ConsumerRecord<String, byte[]>> all() {
        return read(Integer.MAX_VALUE).stream()
                .filter(event -> event.headers().lastHeader("ce_type") != null)
                .toList();
    }

    /** About the last so many of all topics. */
    private List<ConsumerRecord<String, byte[]>> read(int count) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", brokers, "enable.auto.commit", "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith("mendian."))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(0, end - count / Math.max(1, partitions.size()) - 1)));
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                consumer.poll(Duration.ofMillis(500)).forEach(events::add);
            }
        }
        return events;
    }
}
