package io.mendian.simulation;

import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Topics as a consumer sees them: in the order in which they were written, delivered late, and delivered again from an
 * earlier place whenever a consumer was killed or its group moved.
 */
final class Bus {

    private final Map<String, List<IncomingEvent>> topics = new TreeMap<>();
    private final Map<String, Integer> positions = new HashMap<>();

    void clear() {
        topics.clear();
        positions.clear();
    }

    void append(ProducerRecord<String, byte[]> message) {
        IncomingEvent event = new IncomingEvent(
                header(message, "ce_id"),
                message.topic(),
                message.key(),
                Long.parseLong(header(message, "ce_sequence")),
                header(message, "ce_type"),
                OffsetDateTime.parse(header(message, "ce_time")).toInstant(),
                new String(message.value(), StandardCharsets.UTF_8));
        topics.computeIfAbsent(message.topic(), name -> new ArrayList<>()).add(event);
    }

    private static String header(ProducerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    List<IncomingEvent> of(String topic) {
        return topics.getOrDefault(topic, List.of());
    }

    List<String> topics() {
        return List.copyOf(topics.keySet());
    }

    /** One poll of a consumer group: at most so many events of one topic; the position moves when they are done. */
    boolean deliver(String group, String topic, int most, EventDispatcher dispatcher) {
        List<IncomingEvent> all = of(topic);
        int from = position(group, topic);
        int to = Math.min(all.size(), from + most);
        if (from == to) {
            return false;
        }
        dispatcher.dispatch(List.copyOf(all.subList(from, to)));
        positions.merge(group + " " + topic, to, Math::max);
        return true;
    }

    private int position(String group, String topic) {
        return positions.getOrDefault(group + " " + topic, 0);
    }

    /** The group begins again some events earlier. */
    void rewind(String group, String topic, int by) {
        positions.computeIfPresent(group + " " + topic, (key, at) -> Math.max(0, at - by));
    }

    boolean hasAll(String group) {
        return topics.entrySet().stream()
                .allMatch(topic ->
                        position(group, topic.getKey()) == topic.getValue().size());
    }
}
