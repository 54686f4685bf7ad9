package io.mendian.runtime.books;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The sequence numbers of events as they are read: 1, 2, 3 … per key. A repetition is allowed, a gap is not. */
final class KeySequences {

    private record Last(long sequence, @Nullable String id) {}

    private final Map<String, Map<String, Last>> byTopic = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long records;

    void see(ConsumerRecord<String, byte[]> found, boolean fromTheFirst) {
        records++;
        long sequence = Long.parseLong(header(found, "ce_sequence"));
        String id = header(found, "ce_id");
        Map<String, Last> keys = byTopic.computeIfAbsent(found.topic(), topic -> new HashMap<>());
        Last last = keys.get(found.key());
        boolean first = last == null && (sequence == 1 || !fromTheFirst);
        boolean next = last != null && sequence == last.sequence + 1;
        if (first || next) {
            keys.put(found.key(), new Last(sequence, id));
        } else if (last == null || sequence > last.sequence) {
            add(found, sequence + " after " + (last == null ? 0 : last.sequence));
            keys.put(found.key(), new Last(sequence, id));
        } else if (sequence == last.sequence && !id.equals(last.id)) {
            add(found, sequence + " comes again with another id");
        }
    }

    private void add(ConsumerRecord<String, byte[]> found, String what) {
        wrong.add(found.topic() + " " + found.key() + ": " + what);
    }

    Map<String, Long> of(String topic) {
        Map<String, Long> sequences = new HashMap<>();
        byTopic.getOrDefault(topic, Map.of()).forEach((key, last) -> sequences.put(key, last.sequence));
        return sequences;
    }

    List<String> wrong() {
        return wrong;
    }

    long records() {
        return records;
    }

    static String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? "0" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
