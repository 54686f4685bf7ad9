package io.mendian.runtime.event;

import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.alarm.Audit;
import java.time.Clock;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.databind.json.JsonMapper;

/** Outbox, relay, inbox, dispatcher and dead letters of a service. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
@Import(DeadLetterController.class)
public class EventConfiguration {

    private static final int FETCHED_BYTES = 8 << 20;

    private final String service;
    private final String brokers;

    EventConfiguration(@Value("${spring.application.name}") String service, @Value("${mendian.kafka}") String brokers) {
        this.service = service;
        this.brokers = brokers;
    }

    @Bean
    OutboxNudge outboxNudge() {
        return new OutboxNudge();
    }

    @Bean
    Outbox outbox(JdbcTemplate jdbc, JsonMapper json, Clock clock, OutboxNudge nudge) {
        return new Outbox(jdbc, json, clock, nudge);
    }

    @Bean(destroyMethod = "")
    Producer<String, byte[]> outboxProducer() {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        service + "-outbox",
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        // with it the producer repeats without end (its default) and keeps the order within a partition
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                        Integer.MAX_VALUE,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        5_000,
                        ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000,
                        // a full outbox goes in large batches; the relay flushes as soon as nothing more waits
                        ProducerConfig.LINGER_MS_CONFIG,
                        10,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        64 * 1024,
                        ProducerConfig.BUFFER_MEMORY_CONFIG,
                        16L * 1024 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @Bean
    @ConditionalOnProperty(name = "mendian.relay.enabled", matchIfMissing = true)
    OutboxRelay outboxRelay(JdbcTemplate jdbc, Producer<String, byte[]> producer, OutboxNudge nudge, Clock clock) {
        return new OutboxRelay(new OutboxTable(jdbc, clock), producer, nudge, service);
    }

    @Bean
    Inbox inbox(JdbcTemplate jdbc, Clock clock) {
        return new Inbox(jdbc, service, clock);
    }

    @Bean
    DeadLetters deadLetters(JdbcTemplate jdbc, Clock clock, Alarms alarms) {
        return new DeadLetters(jdbc, service, clock, alarms);
    }

    @Bean
    HandlerRegistry handlerRegistry(ListableBeanFactory beans, JsonMapper json) {
        return new HandlerRegistry(beans, json);
    }

    @Bean
    EventDispatcher eventDispatcher(
            HandlerRegistry handlers,
            Inbox inbox,
            DeadLetters deadLetters,
            PlatformTransactionManager transactions,
            Audit audit) {
        return new EventDispatcher(handlers, inbox, deadLetters, new TransactionTemplate(transactions), audit);
    }

    @Bean
    GiveUpEvent giveUpEvent(DeadLetters deadLetters, EventDispatcher dispatcher, ObjectProvider<ToldAgain> senders) {
        return new GiveUpEvent(deadLetters, dispatcher, senders.stream().toList());
    }

    /** One consumer group per service over all topics its handlers name; started with the application. */
    @Bean
    @ConditionalOnProperty(name = "mendian.listener.enabled", matchIfMissing = true)
    EventListenerContainer eventListenerContainer(
            HandlerRegistry handlers,
            EventDispatcher dispatcher,
            CatchUp catchUp,
            @Value("${mendian.catch-up.enabled:true}") boolean catchesUp) {
        Runnable first = catchesUp ? catchUp::run : () -> {};
        return new EventListenerContainer(handlers.topics().isEmpty() ? null : container(handlers, dispatcher), first);
    }

    @Bean
    CatchUp catchUp(
            HandlerRegistry handlers,
            Inbox inbox,
            EventDispatcher dispatcher,
            Alarms alarms,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Clock clock) {
        KnownTypes types = new KnownTypes(jdbc, new TransactionTemplate(transactions), service, clock);
        return new CatchUp(handlers, types, inbox, dispatcher, alarms, () -> reader(brokers, service));
    }

    /** Reads as somebody of the group who never joins it: only to learn where it stands. */
    static Consumer<String, byte[]> reader(String brokers, String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2000,
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        FETCHED_BYTES),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private ConcurrentMessageListenerContainer<String, byte[]> container(
            HandlerRegistry handlers, EventDispatcher dispatcher) {
        ContainerProperties properties =
                new ContainerProperties(handlers.topics().toArray(String[]::new));
        properties.setGroupId(service);
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMissingTopicsFatal(false);
        properties.setMessageListener((BatchMessageListener<String, byte[]>) messages ->
                dispatcher.dispatch(messages.stream().map(IncomingEvent::of).toList()));
        DefaultKafkaConsumerFactory<String, byte[]> consumers = new DefaultKafkaConsumerFactory<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        200,
                        // who is far behind gets as much as he may hold at once, not the 50 MB that are usual
                        ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                        FETCHED_BYTES,
                        // a killed instance keeps its partitions this long, also from its own next life
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        10_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        2_500,
                        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        2_000,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        5_000),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        ConcurrentMessageListenerContainer<String, byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(service + "-events");
        ExponentialBackOff untilTheDatabaseIsBack = new ExponentialBackOff(200, 2);
        untilTheDatabaseIsBack.setMaxInterval(10_000);
        container.setCommonErrorHandler(new DefaultErrorHandler(untilTheDatabaseIsBack));
        return container;
    }

    @Bean
    @ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
    EventTimers eventTimers(EventDispatcher dispatcher, Inbox inbox) {
        return new EventTimers(dispatcher, inbox);
    }

    /** Retries parked events and forgets old inbox rows. */
    static class EventTimers {
        private final EventDispatcher dispatcher;
        private final Inbox inbox;

        EventTimers(EventDispatcher dispatcher, Inbox inbox) {
            this.dispatcher = dispatcher;
            this.inbox = inbox;
        }

        @Scheduled(fixedDelay = 10_000)
        void retryParked() {
            dispatcher.retryParked();
        }

        @Scheduled(fixedDelay = 600_000, initialDelay = 300_000)
        void forgetOld() {
            while (inbox.forgetOld(1000) == 1000) {
                // the next thousand
            }
        }
    }
}
