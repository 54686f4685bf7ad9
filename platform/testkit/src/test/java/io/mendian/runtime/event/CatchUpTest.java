package io.mendian.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.EventType;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A newer version reads what the one before it has passed over; each version here is a set of handlers of one group. */
@MendianTest
class CatchUpTest {

    private static final String TOPIC = "mendian.test-catch-up";

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class Service {}

    @EventType(topic = TOPIC, type = "test.old.v1")
    record Old(int n) {}

    @EventType(topic = TOPIC, type = "test.learnt.v1")
    record Learnt(int n) {}

    @EventHandlers
    static class Before {
        final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @OnEvent
        void on(Event<Old> event) {
            seen.add(event.key() + " old " + event.data().n());
        }
    }

    @EventHandlers
    static class After {
        final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @OnEvent
        void on(Event<Learnt> event) {
            seen.add(event.key() + " learnt " + event.data().n());
        }
    }

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JsonMapper json;

    @Autowired
    Alarms alarms;

    @Autowired
    Producer<String, byte[]> producer;

    private final String group = "catch-up-" + ThreadLocalRandom.current().nextLong(1L << 60);
    private final Clock clock = Clock.systemUTC();
    private final SentEvents sent = new SentEvents(TOPIC);

    @Test
    void whatTheVersionBeforeKnewNoUseForIsReadOnceInItsOrder() {
        Before before = new Before();
        version(before).run();
        sent.send(producer, "test.old.v1", 1, clock.instant());
        IntStream.rangeClosed(2, 4).forEach(n -> sent.send(producer, "test.learnt.v1", n, clock.instant()));
        consumedBy(before);
        assertThat(sent.of(before.seen)).containsExactly("old 1");

        After after = new After();
        version(after).run();
        assertThat(sent.of(after.seen)).containsExactly("learnt 2", "learnt 3", "learnt 4");
        version(after).run();
        assertThat(sent.of(after.seen)).as("the same start once more").hasSize(3);
        assertThat(handled()).isEqualTo(4);
    }

    @Test
    void whatAnInstanceOfTheVersionBeforeTakesMeanwhileIsFoundByTheNextStart() {
        Before before = new Before();
        version(before).run();
        sent.send(producer, "test.old.v1", 1, clock.instant());
        consumedBy(before);
        After after = new After();
        version(after).run();
        sent.send(producer, "test.learnt.v1", 2, clock.instant());
        consumedBy(before);
        version(after).run();
        assertThat(sent.of(after.seen)).containsExactly("learnt 2");
    }

    @Test
    void aVersionThatDidNotKeepTheListIsCaughtUpWithToo() {
        Before before = new Before();
        sent.send(producer, "test.old.v1", 1, clock.instant());
        sent.send(producer, "test.learnt.v1", 2, clock.instant());
        consumedBy(before);
        After after = new After();
        version(after).run();
        assertThat(sent.of(after.seen)).containsExactly("learnt 2");
    }

    @Test
    void whatAnEarlierVersionTookWhenItCameBackIsReadAfterwards() {
        After after = new After();
        version(after).run();
        sent.send(producer, "test.learnt.v1", 1, clock.instant());
        consumedBy(after);
        Before back = new Before();
        version(back).run();
        sent.send(producer, "test.learnt.v1", 2, clock.instant());
        consumedBy(back);
        After again = new After();
        version(again).run();
        assertThat(sent.of(again.seen)).containsExactly("learnt 2");
    }

    @Test
    void aGroupThatHasReadNothingYetReadsEverythingByListening() {
        sent.send(producer, "test.learnt.v1", 1, clock.instant());
        After after = new After();
        version(after).run();
        assertThat(after.seen).isEmpty();
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM known_event_type WHERE consumer = ? AND read_at IS NOT NULL"
                                + " AND look_again_until IS NULL",
                        Long.class,
                        group))
                .isEqualTo(2);
    }

    @Test
    void whatTheInboxHasForgottenIsNotDoneTwice() {
        Instant longAgo = clock.instant().minus(Duration.ofDays(40));
        sent.send(producer, "test.learnt.v1", 1, longAgo);
        consumedBy(new Before());
        After after = new After();
        version(after).run();
        assertThat(sent.of(after.seen)).isEmpty();
    }

    @Test
    void twoInstancesThatStartAtOnceDoItOnce() {
        Before before = new Before();
        version(before).run();
        IntStream.rangeClosed(1, 50).forEach(n -> sent.send(producer, "test.learnt.v1", n, clock.instant()));
        consumedBy(before);
        Race.run(2, i -> () -> {
            version(new After()).run();
            return true;
        });
        assertThat(handled()).isEqualTo(50);
    }

    /** A version as it starts, before it listens. */
    private CatchUp version(Object handlers) {
        Inbox inbox = new Inbox(jdbc, group, clock);
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        HandlerRegistry registry = registry(handlers);
        return new CatchUp(
                registry,
                new KnownTypes(jdbc, transaction, group, clock),
                inbox,
                dispatcher(registry, inbox, transaction),
                alarms,
                () -> reader(group));
    }

    /** The newer version handles what the one before it does, and more. */
    private HandlerRegistry registry(Object handlers) {
        Map<String, Object> beans = handlers instanceof Before
                ? Map.of("before", handlers)
                : Map.of("before", new Before(), "after", handlers);
        return new HandlerRegistry(new StaticListableBeanFactory(beans), json);
    }

    private EventDispatcher dispatcher(HandlerRegistry registry, Inbox inbox, TransactionTemplate transaction) {
        DeadLetters deadLetters = new DeadLetters(jdbc, group, clock, alarms);
        return new EventDispatcher(registry, inbox, deadLetters, transaction, (caller, action, subject, facts) -> {});
    }

    /** The version has read the topic up to its end, and has done what it knows a use for. */
    private void consumedBy(Object handlers) {
        EventDispatcher dispatcher =
                dispatcher(registry(handlers), new Inbox(jdbc, group, clock), new TransactionTemplate(transactions));
        try (Consumer<String, byte[]> consumer = reader(group)) {
            List<TopicPartition> all = consumer.partitionsFor(TOPIC).stream()
                    .map(one -> new TopicPartition(TOPIC, one.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            consumer.assign(all);
            consumer.seekToBeginning(all);
            while (all.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
                consumer.poll(Duration.ofSeconds(10)).forEach(message -> {
                    if (sent.key().equals(message.key())) {
                        dispatcher.dispatch(List.of(IncomingEvent.of(message)));
                    }
                });
            }
            consumer.commitSync(ends.entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue()))));
        }
    }

    private static Consumer<String, byte[]> reader(String group) {
        return EventConfiguration.reader(TestServers.kafka(), group);
    }

    private long handled() {
        List<Object> values = new ArrayList<>(sent.ids());
        values.add(group);
        return jdbc.queryForObject(
                "SELECT COUNT(*) FROM inbox WHERE event_id IN (%s) AND consumer = ?"
                        .formatted(
                                String.join(", ", Collections.nCopies(sent.ids().size(), "?"))),
                Long.class,
                values.toArray());
    }
}
