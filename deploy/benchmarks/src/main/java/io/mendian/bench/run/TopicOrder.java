package io.mendian.bench.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads a topic back from its beginning: whether every key's events arrived in their order, and all of them. */
record TopicOrder(long events, long twice, long outOfOrder) {

    static TopicOrder of(String brokers, String topic) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", brokers);
        settings.put("max.poll.records", "5000");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<String, Long> last = new HashMap<>();
            long[] counts = new long[3];
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> event : consumer.poll(Duration.ofSeconds(1))) {
                    count(event, last, counts);
                }
            }
            return new TopicOrder(counts[0], counts[1], counts[2]);
        }
    }

    /** The first delivery of each must follow its predecessor; a second delivery only costs. */
    private static void count(ConsumerRecord<String, byte[]> event, Map<String, Long> last, long[] counts) {
        long seq = Long.parseLong(
                new String(event.headers().lastHeader("ce_sequence").value(), StandardCharsets.US_ASCII));
        long before = last.getOrDefault(event.key(), 0L);
        if (seq <= before) {
            counts[1]++;
        } else {
            counts[0]++;
            counts[2] += seq == before + 1 ? 0 : 1;
            last.put(event.key(), seq);
        }
    }
}
