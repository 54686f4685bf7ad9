package io.mendian.bench.run;

import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Load;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Three textbook ways to give away seats, in plain SQL: lock the class, take a free seat row, insert and retry. Once as in
 * the textbook, where a seat is a row of three numbers, and once with the rows that ours writes for it.
 */
final class SeatControls {

    private static final String SCHEMA = "mendian_bench";
    private static final int CONNECTIONS = 16;

    private final Bed bed;
    private final int classes;
    private final int seats;
    private final int members;
    private final int atOnce;
    private final long seed;

    SeatControls(Bed bed, int classes, int seats, int members, int atOnce, long seed) {
        this.bed = bed;
        this.classes = classes;
        this.seats = seats;
        this.members = members;
        this.atOnce = Math.min(atOnce, CONNECTIONS);
        this.seed = seed;
    }

    void warm() throws SQLException {
        double ignored = run(this::lockTheClass) + run(this::skipLocked) + run(this::insertAndRetry);
    }

    /** Attempts a second of each: lock the class, skip locked seats, insert and retry. */
    double[] plain() throws SQLException {
        return new double[] {run(this::lockTheClass), run(this::skipLocked), run(this::insertAndRetry)};
    }

    /** The same when each writes the booking, its number and its event, as ours does. */
    double[] withOurRows() throws SQLException {
        return new double[] {
            run(withOurRows(this::lockAndCount)),
            run(withOurRows(this::skipLocked)),
            run(withOurRows(this::insertAndRetry))
        };
    }

    private static Way withOurRows(Way way) {
        return (connection, aClass, member) -> {
            boolean taken = way.take(connection, aClass, member);
            if (taken) {
                SeatRecords.write(connection, aClass, member);
            }
            return taken;
        };
    }

    private interface Way {
        boolean take(Connection connection, int aClass, long member) throws SQLException;
    }

    private double run(Way way) throws SQLException {
        prepare();
        List<Connection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < atOnce; i++) {
                Connection connection = bed.database(SCHEMA);
                connection.setAutoCommit(false);
                connections.add(connection);
            }
            return Load.times(atOnce, members * 2L, (client, turn) -> {
                        SplittableRandom random = new SplittableRandom(seed + turn);
                        return take(way, connections.get(client), random.nextInt(classes), turn);
                    })
                    .perSecond();
        } finally {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    private static boolean take(Way way, Connection connection, int aClass, long member) throws SQLException {
        while (true) {
            try {
                boolean taken = way.take(connection, aClass, member);
                connection.commit();
                return taken;
            } catch (SQLException e) {
                connection.rollback();
                boolean again = e.getErrorCode() == 1213 || e.getErrorCode() == 1205 || e.getErrorCode() == 1020;
                if (!again) {
                    throw e;
                }
            }
        }
    }

    private boolean lockTheClass(Connection connection, int aClass, long member) throws SQLException {
        return lockAndCount(connection, aClass, member)
                && update(connection, "INSERT INTO seat_taken (class_id, member) VALUES (?, ?)", aClass, member) == 1;
    }

    private boolean lockAndCount(Connection connection, int aClass, long member) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT taken FROM class WHERE id = ? FOR UPDATE")) {
            lock.setInt(1, aClass);
            try (ResultSet row = lock.executeQuery()) {
                if (!row.next() || row.getInt(1) >= seats) {
                    return false;
                }
            }
        }
        return update(connection, "UPDATE class SET taken = taken + 1 WHERE id = ?", aClass) == 1;
    }

    private boolean skipLocked(Connection connection, int aClass, long member) throws SQLException {
        try (PreparedStatement free = connection.prepareStatement(
                "SELECT no FROM seat WHERE class_id = ? AND member IS NULL LIMIT 1 FOR UPDATE SKIP LOCKED")) {
            free.setInt(1, aClass);
            try (ResultSet row = free.executeQuery()) {
                return row.next()
                        && update(
                                        connection,
                                        "UPDATE seat SET member = ? WHERE class_id = ? AND no = ?",
                                        member,
                                        aClass,
                                        row.getInt(1))
                                == 1;
            }
        }
    }

    private boolean insertAndRetry(Connection connection, int aClass, long member) throws SQLException {
        for (int attempt = 0; attempt < 50; attempt++) {
            int next;
            try (PreparedStatement count =
                    connection.prepareStatement("SELECT COUNT(*) FROM seat_unique WHERE class_id = ?")) {
                count.setInt(1, aClass);
                try (ResultSet row = count.executeQuery()) {
                    next = row.next() ? row.getInt(1) : 0;
                }
            }
            if (next >= seats) {
                return false;
            }
            try {
                return update(
                                connection,
                                "INSERT INTO seat_unique (class_id, no, member) VALUES (?, ?, ?)",
                                aClass,
                                next,
                                member)
                        == 1;
            } catch (SQLIntegrityConstraintViolationException somebodyWasFaster) {
                connection.rollback();
            }
        }
        return false;
    }

    private static int update(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private void prepare() throws SQLException {
        try (Connection connection = bed.database(SCHEMA);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("class", "seat", "seat_taken", "seat_unique")) {
                statement.execute("DROP TABLE IF EXISTS " + table);
            }
            SeatRecords.copyTables(statement);
            statement.execute("CREATE TABLE class (id INT PRIMARY KEY, taken INT NOT NULL)");
            statement.execute("CREATE TABLE seat (class_id INT, no INT, member BIGINT, PRIMARY KEY (class_id, no))");
            statement.execute("CREATE TABLE seat_taken (class_id INT, member BIGINT, PRIMARY KEY (class_id, member))");
            statement.execute(
                    "CREATE TABLE seat_unique (class_id INT, no INT, member BIGINT, PRIMARY KEY (class_id, no))");
            for (int i = 0; i < classes; i++) {
                statement.execute("INSERT INTO class VALUES (" + i + ", 0)");
                StringBuilder rows = new StringBuilder("INSERT INTO seat VALUES ");
                for (int no = 0; no < seats; no++) {
                    rows.append(no == 0 ? "" : ", ")
                            .append("(")
                            .append(i)
                            .append(", ")
                            .append(no)
                            .append(", NULL)");
                }
                statement.execute(rows.toString());
            }
        }
    }
}
