package io.mendian.bench.probe;

import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Load;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Raw JDBC against the chain's own database, every commit durable: P-insert, P-hot, P-order, P-batch. */
final class SqlProbes implements AutoCloseable {

    static final String SCHEMA = "mendian_bench";
    private static final String PAYLOAD = "x".repeat(200);

    private final Bed bed;

    SqlProbes(Bed bed) throws SQLException {
        this.bed = bed;
        try (Connection connection = bed.database("");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS " + SCHEMA);
            statement.execute("CREATE TABLE IF NOT EXISTS " + SCHEMA
                    + ".orders (id BIGINT AUTO_INCREMENT PRIMARY KEY, payload VARCHAR(250) NOT NULL)");
            statement.execute("CREATE TABLE IF NOT EXISTS " + SCHEMA
                    + ".stock (id INT PRIMARY KEY, quantity BIGINT NOT NULL CHECK (quantity >= 0))");
            statement.execute(
                    "REPLACE INTO " + SCHEMA + ".stock (id, quantity) VALUES (1, 1000000000), (2, 1000000000)");
        }
    }

    double insert(int connections, double seconds) throws SQLException {
        return each(connections, seconds, connection -> {
            PreparedStatement insert = connection.prepareStatement("INSERT INTO orders (payload) VALUES (?)");
            return () -> {
                insert.setString(1, PAYLOAD);
                insert.executeUpdate();
            };
        });
    }

    double hot(int connections, double seconds) throws SQLException {
        return each(connections, seconds, connection -> {
            PreparedStatement take = decrement(connection, 1);
            return take::executeUpdate;
        });
    }

    /** One transaction: the order, then the hot row last. */
    double order(int connections, double seconds) throws SQLException {
        return each(connections, seconds, connection -> {
            connection.setAutoCommit(false);
            PreparedStatement insert = connection.prepareStatement("INSERT INTO orders (payload) VALUES (?)");
            PreparedStatement take = decrement(connection, 1);
            return () -> {
                insert.setString(1, PAYLOAD);
                insert.executeUpdate();
                take.executeUpdate();
                connection.commit();
            };
        });
    }

    /** Orders a second when {@code batch} of them share one transaction on one connection. */
    double batch(int batch, double seconds) throws SQLException {
        return batch
                * each(1, seconds, connection -> {
                    connection.setAutoCommit(false);
                    PreparedStatement insert = connection.prepareStatement("INSERT INTO orders (payload) VALUES (?)");
                    PreparedStatement take = decrement(connection, batch);
                    return () -> {
                        for (int i = 0; i < batch; i++) {
                            insert.setString(1, PAYLOAD);
                            insert.addBatch();
                        }
                        int[] ignored = insert.executeBatch();
                        take.executeUpdate();
                        connection.commit();
                    };
                });
    }

    private static PreparedStatement decrement(Connection connection, int by) throws SQLException {
        return connection.prepareStatement(
                "UPDATE stock SET quantity = quantity - " + by + " WHERE id = 1 AND quantity >= " + by);
    }

    private interface Prepared {
        void run() throws SQLException;
    }

    private interface Preparing {
        Prepared on(Connection connection) throws SQLException;
    }

    private double each(int connections, double seconds, Preparing preparing) throws SQLException {
        List<Connection> open = new ArrayList<>();
        try {
            List<Prepared> prepared = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Connection connection = bed.database(SCHEMA);
                open.add(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
                }
                prepared.add(preparing.on(connection));
            }
            return Load.closed(connections, seconds, (client, turn) -> {
                        prepared.get(client).run();
                        return true;
                    })
                    .perSecond();
        } finally {
            for (Connection connection : open) {
                connection.close();
            }
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = bed.database("");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + SCHEMA);
        }
    }
}
