package io.mendian.bench.run;

import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.TinyServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * Two textbook ways to sell one product to many, with HTTP in front as ours has it: a transaction per order that locks the shelf first,
 * and a counter in Redis that lets in whoever may buy. They sell and know nothing else: no price, no member, no event.
 */
final class SaleControls implements AutoCloseable {

    private static final String SCHEMA = "mendian_bench";
    private static final int CONNECTIONS = 16;
    private static final int SHELF = 100_000_000;
    private static final String COUNTER = "bench:shelf";
    private static final String INSERT = "INSERT INTO sale (sku, quantity, amount, payload) VALUES (1, 1, 990, ?)";

    private final BlockingQueue<Connection> connections = new ArrayBlockingQueue<>(CONNECTIONS);
    private final BlockingQueue<Socket> sockets = new ArrayBlockingQueue<>(CONNECTIONS);
    private final TinyServer naive;
    private final TinyServer gated;
    private long sold;

    SaleControls(Bed bed) throws SQLException, IOException {
        try (Connection connection = bed.database(SCHEMA);
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS sale");
            statement.execute("DROP TABLE IF EXISTS shelf");
            statement.execute("CREATE TABLE shelf (sku INT PRIMARY KEY, quantity BIGINT NOT NULL)");
            statement.execute("CREATE TABLE sale (id BIGINT AUTO_INCREMENT PRIMARY KEY, sku INT NOT NULL,"
                    + " quantity INT NOT NULL, amount BIGINT NOT NULL, payload VARCHAR(250) NOT NULL)");
            statement.execute("INSERT INTO shelf VALUES (1, " + SHELF + ")");
        }
        for (int i = 0; i < CONNECTIONS; i++) {
            Connection connection = bed.database(SCHEMA);
            connection.setAutoCommit(false);
            connections.add(connection);
            Socket socket = new Socket("127.0.0.1", bed.redisPort());
            socket.setTcpNoDelay(true);
            sockets.add(socket);
        }
        withSocket("SET " + COUNTER + " " + SHELF);
        naive = new TinyServer(this::lockAndSell);
        gated = new TinyServer(this::countAndSell);
    }

    double naive(int buyers, double seconds) {
        return sell(naive.port(), buyers, seconds);
    }

    double gated(int buyers, double seconds) {
        return sell(gated.port(), buyers, seconds);
    }

    /** Whether as many sales are written as were answered, and the shelf gave what the naive way sold. */
    boolean isRight(Bed bed) throws SQLException {
        try (Connection connection = bed.database(SCHEMA);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT (SELECT COUNT(*) FROM sale), (SELECT quantity FROM shelf)")) {
            return row.next() && row.getLong(1) == sold && row.getLong(2) >= SHELF - sold;
        }
    }

    private double sell(int port, int buyers, double seconds) {
        Wire[] wires = new Wire[buyers];
        for (int i = 0; i < buyers; i++) {
            wires[i] = new Wire(port, "");
        }
        Load.Result result = Load.closed(buyers, seconds, (client, turn) -> {
            Wire.Answer answer = wires[client].post("/sales", "{\"sku\":1,\"quantity\":1}", client + "-" + turn);
            if (answer.status() != 201) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            return true;
        });
        for (Wire wire : wires) {
            wire.close();
        }
        sold += result.done();
        return result.donePerSecond();
    }

    private boolean lockAndSell(String body) throws Exception {
        Connection connection = connections.take();
        try (PreparedStatement lock =
                connection.prepareStatement("SELECT quantity FROM shelf WHERE sku = 1 FOR UPDATE")) {
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || row.getLong(1) < 1) {
                    connection.rollback();
                    return false;
                }
            }
            insert(connection, body);
            try (PreparedStatement take =
                    connection.prepareStatement("UPDATE shelf SET quantity = quantity - 1 WHERE sku = 1")) {
                take.executeUpdate();
            }
            connection.commit();
            return true;
        } finally {
            connections.add(connection);
        }
    }

    private boolean countAndSell(String body) throws Exception {
        if (withSocket("DECR " + COUNTER) < 0) {
            return false;
        }
        Connection connection = connections.take();
        try {
            insert(connection, body);
            connection.commit();
            return true;
        } finally {
            connections.add(connection);
        }
    }

    private static void insert(Connection connection, String body) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, body);
            insert.executeUpdate();
        }
    }

    /** Sends a command; answers its number, 0 for a word. */
    private long withSocket(String command) throws IOException {
        Socket socket;
        try {
            socket = sockets.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        try {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the cache has closed the connection");
                }
                line.append((char) c);
            }
            if (line.charAt(0) == '-') {
                throw new IOException(line.toString());
            }
            return line.charAt(0) == ':' ? Long.parseLong(line.substring(1).strip()) : 0;
        } finally {
            sockets.add(socket);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        naive.close();
        gated.close();
        for (Connection connection : connections) {
            connection.close();
        }
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
