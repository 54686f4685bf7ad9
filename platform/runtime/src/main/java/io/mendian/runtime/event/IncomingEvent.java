package io.mendian.runtime.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** An event before its JSON is read. */
public record IncomingEvent(
        String id, String topic, String key, long sequence, String type, Instant time, String payload) {

    static IncomingEvent of(ConsumerRecord<String, byte[]> message) {
        String fallbackId = message.topic() + "-" + message.partition() + "-" + message.offset();
        String time = header(message, "ce_time");
        String sequence = header(message, "ce_sequence");
        String id = header(message, "ce_id");
        String type = header(message, "ce_type");
        return new IncomingEvent(
                id == null || id.length() > 36 ? fallbackId : id,
                message.topic(),
                message.key() == null ? "" : message.key(),
                sequence == null || !sequence.matches("\\d{1,18}") ? 0 : Long.parseLong(sequence),
                type == null ? "" : type,
                instant(time, message.timestamp()),
                message.value() == null ? "" : new String(message.value(), StandardCharsets.UTF_8));
    }

    private static Instant instant(@Nullable String text, long fallback) {
        try {
            return text == null
                    ? Instant.ofEpochMilli(fallback)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (java.time.format.DateTimeParseException e) {
            return Instant.ofEpochMilli(fallback);
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
