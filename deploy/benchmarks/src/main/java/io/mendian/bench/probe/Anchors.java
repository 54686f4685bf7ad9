package io.mendian.bench.probe;

import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import tools.jackson.databind.json.JsonMapper;

/** What this machine does at most, measured at the beginning of the run; benchmarks measure the ones they divide by again beside their own rounds. */
public final class Anchors implements AutoCloseable {

    private final Bed bed;
    private final SqlProbes sql;
    private final Map<String, Double> values = new LinkedHashMap<>();

    public Anchors(Bed bed) throws SQLException {
        this.bed = bed;
        this.sql = new SqlProbes(bed);
    }

    /** Measures all of them, once. */
    public Outcome measure(Plan plan) throws Exception {
        double seconds = plan.brief() ? 0.3 : 1;
        Outcome outcome = new Outcome("P", "What this machine does at most");
        outcome.figure("P-fsync p50", fsyncMillis(bed.folders().home(), plan.brief() ? 50 : 500), "ms");
        for (int connections : plan.brief() ? new int[] {16} : new int[] {1, 16, 64}) {
            keep(outcome, "P-insert " + connections, sql.insert(connections, seconds));
            keep(outcome, "P-hot " + connections, sql.hot(connections, seconds));
            keep(outcome, "P-order " + connections, sql.order(connections, seconds));
        }
        for (int batch : plan.brief() ? new int[] {32} : new int[] {8, 32, 128}) {
            keep(outcome, "P-batch " + batch, sql.batch(batch, seconds));
        }
        keep(outcome, "P-http", http(seconds));
        keep(outcome, "P-redis", redis(seconds));
        keep(outcome, "P-kafka", kafka(plan.brief() ? 5_000 : 100_000));
        keep(outcome, "P-json", json(seconds));
        return outcome;
    }

    /** P-order at sixteen connections, measured now. */
    public double orderNow(double seconds) throws SQLException {
        return sql.order(16, seconds);
    }

    public double hotNow(double seconds) throws SQLException {
        return sql.hot(16, seconds);
    }

    public double batchNow(double seconds) throws SQLException {
        return sql.batch(32, seconds);
    }

    public double kafkaNow(int records) {
        return kafka(records);
    }

    private void keep(Outcome outcome, String name, double perSecond) {
        values.put(name, perSecond);
        outcome.figure(name, perSecond, "/s");
    }

    private static double fsyncMillis(Path folder, int times) throws IOException {
        Path file = folder.resolve("fsync.probe");
        double[] millis = new double[times];
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            ByteBuffer page = ByteBuffer.allocate(4096);
            for (int i = 0; i < times; i++) {
                page.clear();
                long begin = System.nanoTime();
                int ignored = channel.write(page);
                channel.force(false);
                millis[i] = (System.nanoTime() - begin) / 1e6;
            }
        }
        return io.mendian.bench.measure.Statistics.median(millis);
    }

    private static double http(double seconds) throws IOException {
        try (TinyServer server = TinyServer.constant()) {
            return gets(server.port(), "/", "", 16, seconds).perSecond();
        }
    }

    /** Sixteen callers, a connection each. */
    public static Load.Result gets(int port, String path, String token, int clients, double seconds) {
        Wire[] wires = new Wire[clients];
        for (int i = 0; i < clients; i++) {
            wires[i] = new Wire(port, token);
        }
        Load.Result result = Load.closed(clients, seconds, (client, turn) -> {
            Wire.Answer answer = wires[client].get(path);
            if (answer.status() != 200) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            return true;
        });
        for (Wire wire : wires) {
            wire.close();
        }
        return result;
    }

    private double redis(double seconds) throws IOException {
        byte[] ping = "PING\r\n".getBytes(StandardCharsets.US_ASCII);
        Socket[] sockets = new Socket[16];
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = new Socket("127.0.0.1", bed.redisPort());
            sockets[i].setTcpNoDelay(true);
        }
        try {
            return Load.closed(sockets.length, seconds, (client, turn) -> {
                        sockets[client].getOutputStream().write(ping);
                        InputStream in = sockets[client].getInputStream();
                        return in.readNBytes(7).length == 7;
                    })
                    .perSecond();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    private double kafka(int records) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", bed.kafka());
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        byte[] value = "x".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.partitionsFor("mendian.bench");
            long begin = System.nanoTime();
            for (int i = 0; i < records; i++) {
                var ignored = producer.send(new ProducerRecord<>("mendian.bench", Integer.toString(i % 1000), value));
            }
            producer.flush();
            return records / ((System.nanoTime() - begin) / 1e9);
        }
    }

    /** An order of three lines read and written again. */
    private static double json(double seconds) {
        JsonMapper mapper = JsonMapper.shared();
        String order = mapper.writeValueAsString(Map.of(
                "storeId",
                "712345678901234567",
                "lines",
                java.util.List.of(
                        Map.of("skuId", "1", "quantity", 2),
                        Map.of("skuId", "2", "quantity", 1),
                        Map.of("skuId", "3", "quantity", 5)),
                "storedValueMinor",
                1000,
                "usePoints",
                -1));
        return Load.closed(
                        2,
                        seconds,
                        (client, turn) -> mapper.writeValueAsString(mapper.readTree(order))
                                        .length()
                                > 10)
                .perSecond();
    }

    @Override
    public void close() throws SQLException {
        sql.close();
    }
}
