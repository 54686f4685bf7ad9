package io.mendian.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.testkit.TestServers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class OutboxRelayTest {

    private static final int FULL = 500;

    /** Takes everything, and does something when it is given the tenth record. */
    private static final class Broker extends MockProducer<String, byte[]> {
        private final Runnable meanwhile;

        Broker(Runnable meanwhile) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.meanwhile = meanwhile;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
            Future<RecordMetadata> ack = super.send(message);
            if (history().size() == 10) {
                meanwhile.run();
            }
            return ack;
        }
    }

    @Test
    void aSmallerIdThatIsCommittedLateIsSentBeforeItsSuccessor() throws SQLException, IOException {
        String address = TestServers.freshSchema("relay") + "?connectionTimeZone=UTC&allowPublicKeyRetrieval=true";
        try (Connection late = connect(address);
                Connection others = connect(address)) {
            createTables(others);
            late.setAutoCommit(false);
            insert(late, "slow", 1);
            for (int i = 0; i < FULL; i++) {
                insert(others, "k" + i, 1);
            }
            Broker broker = new Broker(() -> {
                try {
                    late.commit();
                    insert(others, "slow", 2);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(others, true));
            drain(jdbc, broker);
            List<String> slow = broker.history().stream()
                    .filter(message -> message.key().equals("slow"))
                    .map(OutboxRelayTest::sequence)
                    .toList();
            assertThat(slow).containsExactly("1", "2");
            assertThat(broker.history()).hasSize(FULL + 2);
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM outbox", Long.class))
                    .isZero();
        }
    }

    /** Gives the first record a future that has failed already, as the real one does when it knows no broker of the topic. */
    private static final class Away extends MockProducer<String, byte[]> {
        private boolean asked;

        Away() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
            if (asked) {
                return super.send(message);
            }
            asked = true;
            return CompletableFuture.failedFuture(new TimeoutException("no metadata"));
        }
    }

    @Test
    void nothingIsSentAfterARecordThatTheProducerDidNotTake() throws Exception {
        String address = TestServers.freshSchema("relay") + "?connectionTimeZone=UTC&allowPublicKeyRetrieval=true";
        try (Connection connection = connect(address)) {
            createTables(connection);
            insert(connection, "order", 1);
            insert(connection, "order", 2);
            JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            Away broker = new Away();
            OutboxRelay relay = relay(jdbc, broker);
            assertThatThrownBy(relay::drain).hasRootCauseInstanceOf(TimeoutException.class);
            assertThat(broker.history()).isEmpty();
            relay.drain();
            assertThat(broker.history().stream().map(OutboxRelayTest::sequence)).containsExactly("1", "2");
            assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM outbox", Long.class))
                    .isZero();
        }
    }

    private static OutboxRelay relay(JdbcTemplate jdbc, MockProducer<String, byte[]> broker) {
        return new OutboxRelay(new OutboxTable(jdbc, Clock.systemUTC()), broker, new OutboxNudge(), "test");
    }

    private static void drain(JdbcTemplate jdbc, Broker broker) {
        try {
            relay(jdbc, broker).drain();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sequence(ProducerRecord<String, byte[]> message) {
        return new String(message.headers().lastHeader("ce_sequence").value(), StandardCharsets.UTF_8);
    }

    private static Connection connect(String address) throws SQLException {
        return DriverManager.getConnection(address, TestServers.user(), TestServers.password());
    }

    private static void createTables(Connection connection) throws SQLException, IOException {
        try (InputStream in = Objects.requireNonNull(
                        OutboxRelay.class.getResourceAsStream("/db/platform/V0002__outbox.sql"));
                Statement statement = connection.createStatement()) {
            for (String sql : new String(in.readAllBytes(), StandardCharsets.UTF_8).split(";")) {
                if (!sql.isBlank()) {
                    statement.execute(sql);
                }
            }
        }
    }

    private static void insert(Connection connection, String key, long sequence) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO outbox (event_id, topic, msg_key, seq, type, traceparent, occurred_at, payload)
                VALUES (?, 'mendian.test', ?, ?, 'test.thing.v1', '', UTC_TIMESTAMP(6), '{}')
                """)) {
            insert.setString(1, UUID.randomUUID().toString());
            insert.setString(2, key);
            insert.setLong(3, sequence);
            insert.executeUpdate();
        }
    }
}
