package io.mendian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything the broker holds, read from the beginning as a stranger to all consumer groups. */
final class Topics {

    private final Map<String, Long> lastOfKey = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private int repeated;

    /** Checks that per topic and key the first deliveries are 1, 2, 3 … and that whatever comes again has been there before. */
    static Topics inOrder(String brokers) {
        Topics topics = new Topics();
        Map<String, Object> settings = Map.of("bootstrap.servers", brokers, "enable.auto.commit", "false");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().startsWith("mendian."))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(500)).forEach(topics::delivered);
            }
        }
        return topics;
    }

    int events() {
        return ids.size();
    }

    int repeated() {
        return repeated;
    }

    private void delivered(ConsumerRecord<String, byte[]> event) {
        long sequence = Long.parseLong(header(event, "ce_sequence"));
        String key = event.topic() + " " + event.key();
        if (ids.add(header(event, "ce_id"))) {
            assertThat(sequence)
                    .as("%s, partition %d, offset %d", key, event.partition(), event.offset())
                    .isEqualTo(lastOfKey.getOrDefault(key, 0L) + 1);
            lastOfKey.put(key, sequence);
        } else {
            repeated++;
        }
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        assertThat(header).as(name).isNotNull();
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
