package io.mendian.runtime.books;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** The numbers of some keys of one topic: as they were sent, and as they are read: 1, 2, 3 … A repetition is allowed, a gap is not. */
final class KeySequences {

    /** Kept small, there are many of them: of an event's id its hash is enough to see that two are not the same. */
    static final class Key {
        private long sent;
        private long seen;
        private int id;

        /** The last event that had left the outbox before the topic was read. */
        long sent() {
            return sent;
        }

        /** The last event on the topic; 0 when there is none. */
        long seen() {
            return seen;
        }
    }

    private final Map<String, Key> keys = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long records;

    void sent(String key, long sequence) {
        key(key).sent = sequence;
    }

    void see(ConsumerRecord<String, byte[]> found, boolean fromTheFirst) {
        records++;
        long sequence = Long.parseLong(header(found, "ce_sequence"));
        int id = header(found, "ce_id").hashCode();
        Key key = key(found.key());
        boolean first = key.seen == 0 && (sequence == 1 || !fromTheFirst);
        if (sequence > key.seen) {
            if (!first && sequence != key.seen + 1) {
                add(found, sequence + " after " + key.seen);
            }
            key.seen = sequence;
            key.id = id;
        } else if (sequence == key.seen && id != key.id) {
            add(found, sequence + " comes again with another id");
        }
    }

    private Key key(String key) {
        return keys.computeIfAbsent(key, any -> new Key());
    }

    private void add(ConsumerRecord<String, byte[]> found, String what) {
        if (wrong.size() < SqlBooks.SHOWN) {
            wrong.add(found.topic() + " " + found.key() + ": " + what);
        }
    }

    void each(BiConsumer<String, Key> look) {
        keys.forEach(look);
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
