package io.mendian.runtime.books;

import io.mendian.runtime.ShortName;
import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.alarm.Audit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** The books of a service: what it lists, run by one route and once a day. */
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@AutoConfiguration
@EnableConfigurationProperties(BooksProperties.class)
@Import({BooksController.class, QuarantineController.class, PlatformBooks.class})
public class BooksConfiguration {

    private static final int FETCHED_BYTES = 4 << 20;

    @Bean
    BookQueries bookQueries(
            @Value(ShortName.OF_SERVICE) String service,
            DataSource database,
            ObjectProvider<BookCheck> checks,
            ObjectProvider<Invariants> listed,
            ObjectProvider<SlowBookCheck> slow,
            ObjectProvider<BookFigures> figures) {
        return new BookQueries(
                service,
                database,
                new BookQueries.BookLists(
                        checks.stream().toList(),
                        listed.stream().toList(),
                        slow.stream().toList(),
                        figures.stream().toList()));
    }

    @Bean
    BookLedgers bookLedgers(DataSource database, ObjectProvider<BookLedger> ledgers) {
        return new BookLedgers(database, ledgers.stream().toList());
    }

    /** A reader without a group: it moves nobody's position. */
    @Bean
    TopicBooks topicBooks(
            JdbcTemplate jdbc,
            @Value("${spring.application.name}") String service,
            @Value("${mendian.kafka}") String brokers,
            BooksProperties settings) {
        Map<String, Object> reader = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                2000,
                ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
                FETCHED_BYTES,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                10_000);
        return new TopicBooks(
                jdbc,
                () -> new KafkaConsumer<>(reader, new StringDeserializer(), new ByteArrayDeserializer()),
                service,
                settings.keysAtOnce());
    }

    @Bean
    Quarantines quarantines(JdbcClient jdbc, Clock clock) {
        return new Quarantines(jdbc, clock);
    }

    @Bean
    HoldAccount holdAccount(Quarantines quarantines, BookQueries books, Audit audit, ObjectProvider<Rebuild> rebuilds) {
        return new HoldAccount(quarantines, books, audit, rebuilds.stream().toList());
    }

    @Bean
    NightlyBooks nightlyBooks(
            BookQueries books,
            Alarms alarms,
            Quarantines quarantines,
            JdbcTemplate jdbc,
            Clock clock,
            BooksProperties settings,
            ObjectProvider<NightlyChecks> more,
            MeterRegistry meters) {
        NightlyBooks nightly = new NightlyBooks(
                books, alarms, quarantines, jdbc, clock, settings, more.stream().toList());
        Gauge.builder("mendian.books.failing", nightly, NightlyBooks::failing)
                .description("checks that failed when the books were last run by themselves")
                .register(meters);
        return nightly;
    }

    @Bean
    @ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
    BooksTimer booksTimer(NightlyBooks nightly, Quarantines quarantines) {
        return new BooksTimer(nightly, quarantines);
    }

    /** Looks each five minutes whether today's run is due, and each five seconds what is on hold. */
    static class BooksTimer {
        private final NightlyBooks nightly;
        private final Quarantines quarantines;

        BooksTimer(NightlyBooks nightly, Quarantines quarantines) {
            this.quarantines = quarantines;
            this.nightly = nightly;
        }

        @Scheduled(fixedDelay = 300_000, initialDelay = 180_000)
        void look() {
            nightly.runWhenDue();
        }

        @Scheduled(fixedDelay = 5_000)
        void refresh() {
            quarantines.refresh();
        }
    }
}
