package io.mendian.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(240)
class EmbeddedTest {

    @TempDir
    Path folder;

    @AfterEach
    void stopAll() {
        Embedded.stopAll(folder);
    }

    @Test
    void dataSurvivesAStopAndAKill() throws Exception {
        Embedded first = Embedded.startAll(folder, onDisk(""));
        write(first, "before the stop");
        first.stop();

        Embedded second = Embedded.startAll(folder, onDisk(""));
        assertThat(read(second)).containsExactly("before the stop");
        assertThat(readTopic(second)).containsExactly("before the stop");
        write(second, "before the kill");
        killAll();

        Embedded third = Embedded.startAll(folder, onDisk(""));
        assertThat(read(third)).containsExactly("before the stop", "before the kill");
        assertThat(readTopic(third)).containsExactly("before the stop", "before the kill");
        assertThat(List.of(third.dbPort(), third.kafka(), third.redis()))
                .isEqualTo(List.of(first.dbPort(), first.kafka(), first.redis()));
    }

    @Test
    void aSecondStartFindsTheRunningServersAndLeavesThemAlone() throws Exception {
        Embedded first = Embedded.startAll(folder, onDisk(""));

        try (Embedded second = Embedded.startAll(folder, onDisk(""))) {
            assertThat(second.environment()).isEqualTo(first.environment());
        }

        write(first, "still there");
        assertThat(Embedded.stopAll(folder)).hasSize(3);
        assertThat(Embedded.stopAll(folder)).isEmpty();
    }

    @Test
    void aPortThatSomebodyElseTookMeanwhileIsReplacedByAnother() throws Exception {
        EmbeddedRedis first = EmbeddedRedis.start(folder, new EmbeddedRedis.Settings(0, 16, false));
        first.stop();

        List<Integer> tried = new java.util.ArrayList<>();
        int reached = EmbeddedServer.atPort(folder, EmbeddedRedis.NAME, 0, port -> {
            tried.add(port);
            if (tried.size() == 1) {
                takeForever(port);
                throw new ServerFailure("beaten");
            }
            return port;
        });

        assertThat(tried).hasSize(2).startsWith(first.port()).doesNotHaveDuplicates();
        assertThat(reached).isEqualTo(tried.getLast());
    }

    private static void takeForever(int port) {
        try {
            new java.net.ServerSocket(port, 1, java.net.InetAddress.getByName("127.0.0.1"));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void theDatabaseHasTheSettingsThatServicesRelyOn() throws Exception {
        Embedded embedded = Embedded.startAll(folder, onDisk("s3cret-root"));

        assertThatThrownBy(() -> connect(embedded, "")).isInstanceOf(SQLException.class);
        try (Connection connection = connect(embedded, "s3cret-root");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT @@character_set_server, @@collation_server,"
                                + " @@global.time_zone, @@global.tx_isolation, @@innodb_flush_log_at_trx_commit, @@bind_address")) {
            assertThat(row.next()).isTrue();
            assertThat(List.of(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6)))
                    .containsExactly("utf8mb4", "utf8mb4_bin", "+00:00", "READ-COMMITTED", "1", "127.0.0.1");
        }
    }

    private static Embedded.Options onDisk(String rootPassword) {
        return new Embedded.Options(
                true,
                false,
                new EmbeddedMariaDb.Settings(0, 32, true, true, rootPassword, List.of()),
                new EmbeddedKafka.Settings(0, 0, 2, 160),
                new EmbeddedRedis.Settings(0, 16, false));
    }

    private void killAll() {
        for (String name : List.of(EmbeddedMariaDb.NAME, EmbeddedKafka.NAME, EmbeddedRedis.NAME)) {
            ServerProcess process =
                    ServerProcess.running(folder.resolve("run"), name).orElseThrow();
            ProcessHandle.of(process.pid()).orElseThrow().destroyForcibly();
            while (process.isAlive()) {
                Thread.onSpinWait();
            }
        }
    }

    private static void write(Embedded embedded, String text) throws Exception {
        try (Connection connection = connect(embedded, "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS shop");
            statement.execute(
                    "CREATE TABLE IF NOT EXISTS shop.notes (id INT AUTO_INCREMENT PRIMARY KEY, text VARCHAR(99))");
            statement.execute("INSERT INTO shop.notes (text) VALUES ('" + text + "')");
        }
        Map<String, Object> settings = Map.of("bootstrap.servers", embedded.kafka(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("notes", "one-key", text)).get();
        }
    }

    private static List<String> read(Embedded embedded) throws SQLException {
        try (Connection connection = connect(embedded, "");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT text FROM shop.notes ORDER BY id")) {
            List<String> texts = new java.util.ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }

    private static List<String> readTopic(Embedded embedded) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                embedded.kafka(),
                "group.id",
                "reader",
                "auto.offset.reset",
                "earliest",
                "enable.auto.commit",
                "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("notes"));
            List<String> texts = new java.util.ArrayList<>();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (texts.isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> texts.add(record.value()));
            }
            return texts;
        }
    }

    private static Connection connect(Embedded embedded, String password) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:mysql://" + embedded.dbHost() + ":" + embedded.dbPort()
                        + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true",
                "root",
                password);
    }
}
