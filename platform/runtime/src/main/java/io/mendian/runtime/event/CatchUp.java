package io.mendian.runtime.event;

import io.mendian.runtime.alarm.Alarms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Before a service listens: reads what an earlier version has passed over because it knew no use for it. Up to where the
 * group stands, the types that are new to this version are handled in the order of their keys; the inbox tells what was done.
 */
class CatchUp {

    static final String ALARM = "EVENT_HISTORY_GONE";
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);
    private static final int AT_ONCE = 200;

    private final HandlerRegistry handlers;
    private final KnownTypes types;
    private final Inbox inbox;
    private final EventDispatcher dispatcher;
    private final Alarms alarms;
    private final Supplier<Consumer<String, byte[]>> readers;

    /** {@code readers}: consumers with the service's group, which never join it nor commit. */
    CatchUp(
            HandlerRegistry handlers,
            KnownTypes types,
            Inbox inbox,
            EventDispatcher dispatcher,
            Alarms alarms,
            Supplier<Consumer<String, byte[]>> readers) {
        this.handlers = handlers;
        this.types = types;
        this.inbox = inbox;
        this.dispatcher = dispatcher;
        this.alarms = alarms;
        this.readers = readers;
    }

    /** Throws when database or broker do not answer; then it is to be done again, from the beginning. */
    void run() {
        Map<String, List<KnownTypes.Gap>> byTopic = types.gaps(handlers.types()).stream()
                .collect(Collectors.groupingBy(gap -> gap.type().topic(), TreeMap::new, Collectors.toList()));
        if (byTopic.isEmpty()) {
            return;
        }
        try (Consumer<String, byte[]> reader = readers.get()) {
            byTopic.forEach((topic, gaps) -> fill(reader, topic, gaps));
        }
    }

    private void fill(Consumer<String, byte[]> reader, String topic, List<KnownTypes.Gap> gaps) {
        Map<TopicPartition, Long> ends = groupStandsAt(reader, topic);
        if (!ends.isEmpty()) {
            Map<String, Instant> since =
                    gaps.stream().collect(Collectors.toMap(gap -> gap.type().type(), KnownTypes.Gap::since));
            Map<String, Instant> eldest = read(reader, ends, since);
            boolean whole = reader.beginningOffsets(ends.keySet(), PATIENCE).values().stream()
                    .allMatch(offset -> offset == 0);
            eldest.forEach((type, time) -> {
                if (!whole
                        && time.isAfter(since.getOrDefault(type, Instant.EPOCH).plus(CLOCKS_DIFFER))) {
                    alarms.raise(ALARM, topic + ":" + type, Map.of("readSince", time.toString()));
                }
            });
        }
        gaps.forEach(gap -> types.read(gap, !ends.isEmpty()));
    }

    /** Where the group will go on; without partitions that it has never read: these it reads from their beginning. */
    private static Map<TopicPartition, Long> groupStandsAt(Consumer<String, byte[]> reader, String topic) {
        Set<TopicPartition> partitions = reader.partitionsFor(topic, PATIENCE).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .collect(Collectors.toSet());
        if (partitions.isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetAndMetadata> committed = reader.committed(partitions, PATIENCE);
        Map<TopicPartition, Long> ends = new HashMap<>();
        reader.endOffsets(partitions, PATIENCE).forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            if (offset != null) {
                ends.put(partition, Math.min(offset.offset(), end));
            }
        });
        return ends;
    }

    /** Gives the time of the first event of each type that had been passed over. */
    private Map<String, Instant> read(
            Consumer<String, byte[]> reader, Map<TopicPartition, Long> ends, Map<String, Instant> since) {
        reader.assign(ends.keySet());
        begin(reader, ends, since);
        Map<String, Instant> eldest = new TreeMap<>();
        long done = 0;
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey(), PATIENCE) < end.getValue())) {
            ConsumerRecords<String, byte[]> found = reader.poll(PATIENCE);
            if (found.isEmpty()) {
                throw new KafkaException("the topics stopped answering: " + ends.keySet());
            }
            List<IncomingEvent> wanted = new ArrayList<>();
            for (ConsumerRecord<String, byte[]> message : found) {
                IncomingEvent event = IncomingEvent.of(message);
                Instant from = since.get(event.type());
                if (from != null
                        && !event.time().isBefore(from)
                        && message.offset()
                                < ends.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L)) {
                    wanted.add(event);
                }
            }
            for (int i = 0; i < wanted.size(); i += AT_ONCE) {
                done += handle(wanted.subList(i, Math.min(wanted.size(), i + AT_ONCE)), eldest);
            }
        }
        if (done > 0) {
            LOG.info("{} events that an earlier version had passed over: {}", done, eldest.keySet());
        }
        return eldest;
    }

    /** Clocks of brokers and services may differ, by less than a day. */
    private static void begin(
            Consumer<String, byte[]> reader, Map<TopicPartition, Long> ends, Map<String, Instant> since) {
        long from = since.values().stream()
                .min(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .minus(CLOCKS_DIFFER)
                .toEpochMilli();
        Map<TopicPartition, Long> times = new HashMap<>();
        ends.keySet().forEach(partition -> times.put(partition, from));
        reader.offsetsForTimes(times, PATIENCE).forEach((partition, first) -> {
            if (first == null) {
                reader.seekToEnd(Set.of(partition));
            } else {
                reader.seek(partition, first.offset());
            }
        });
    }

    private int handle(List<IncomingEvent> events, Map<String, Instant> eldest) {
        Set<String> seen = inbox.seen(events);
        List<IncomingEvent> missed =
                events.stream().filter(event -> !seen.contains(event.id())).toList();
        dispatcher.dispatch(missed);
        missed.forEach(event -> eldest.merge(event.type(), event.time(), (a, b) -> a.isBefore(b) ? a : b));
        return missed.size();
    }
}
