package io.mendian.chain.chaos;

import io.mendian.supervisor.Part;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What goes wrong inside programs and servers: killed, paused, emptied, out of connections, out of disk, locked. */
final class ServerFaults {

    private static final String MARIADB = "mariadb";
    private static final String KAFKA = "kafka";
    private static final String REDIS = "redis";
    private static final int FEW_CONNECTIONS = 12;
    private static final int USUAL_CONNECTIONS = 400;
    private static final int CROWD = 40;
    private static final long NOTHING_MORE = 1_024;

    private ServerFaults() {}

    static List<Fault> all(Arena arena) {
        return List.of(
                new Fault(
                        "F2 order-service is asked to end and started again",
                        300,
                        () -> arena.chain.end(Part.ORDER),
                        () -> arena.chain.up()),
                paused(arena, "F3 database stands still for 6 s", 6_000, MARIADB),
                paused(arena, "F3 order-service stands still for 12 s", 12_000, Part.ORDER.title()),
                paused(arena, "F3 member-service stands still for 12 s", 12_000, Part.MEMBER.title()),
                killed(arena, "F4 database killed, back after 2 s", 2_000, MARIADB),
                hotRow(arena),
                smallPools(arena),
                fewConnections(arena),
                fullDisk(arena, "F8 the database's disk takes nothing more", MARIADB),
                fullDisk(arena, "F8 the broker's disk takes nothing more", KAFKA),
                killed(arena, "F9 broker killed, back after 3 s", 3_000, KAFKA),
                paused(arena, "F10 broker stands still for 6 s", 6_000, KAFKA),
                killed(arena, "F13 cache killed, back empty after 3 s", 3_000, REDIS),
                paused(arena, "F13 cache stands still for 6 s", 6_000, REDIS),
                new Fault("F13 cache emptied", 500, arena.chain::emptyRedis, arena.chain::emptyRedis));
    }

    private static Fault killed(Arena arena, String name, int millis, String server) {
        return new Fault(name, millis, () -> arena.chain.killServer(server), arena.chain::up);
    }

    private static Fault paused(Arena arena, String name, int millis, String process) {
        return new Fault(name, millis, () -> arena.chain.pause(process), () -> arena.chain.resume(process));
    }

    /** The row that every sale needs is locked for longer than anybody waits. */
    private static Fault hotRow(Arena arena) {
        AtomicReference<@Nullable Connection> holder = new AtomicReference<>();
        return new Fault(
                "F5 the hot row is locked for 6 s, F6 lock waits end after 1 s",
                6_000,
                () -> {
                    run(arena, "SET GLOBAL innodb_lock_wait_timeout = 1");
                    holder.set(locked(arena));
                },
                () -> {
                    Connection held = holder.getAndSet(null);
                    if (held != null) {
                        close(held);
                    }
                    run(arena, "SET GLOBAL innodb_lock_wait_timeout = 50");
                });
    }

    private static Connection locked(Arena arena) {
        Connection connection = connected(arena);
        run(connection, "START TRANSACTION");
        run(
                connection,
                "SELECT sku_id FROM mendian_inventory.stock WHERE sku_id = " + Long.parseLong(arena.customers().sku)
                        + " FOR UPDATE");
        return connection;
    }

    private static Connection connected(Arena arena) {
        try {
            return arena.chain.database();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Fault smallPools(Arena arena) {
        List<Part> crowded = List.of(Part.ORDER, Part.MEMBER, Part.INVENTORY);
        return new Fault(
                "F7 two database connections for each of three services, a crowd",
                4_000,
                () -> {
                    crowded.forEach(arena::kill);
                    // with a single one Flyway cannot start: it needs a second for its lock
                    arena.chain.upWith(Map.of("MENDIAN_DB_POOL", "2"));
                    arena.load(CROWD);
                },
                () -> {
                    crowded.forEach(arena::kill);
                    arena.chain.up();
                });
    }

    /** The administrator keeps his own connection: afterwards he would not get one either. */
    private static Fault fewConnections(Arena arena) {
        AtomicReference<@Nullable Connection> administrator = new AtomicReference<>();
        return new Fault(
                "F7 the database takes " + FEW_CONNECTIONS + " connections, a crowd",
                4_000,
                () -> {
                    Connection connection = connected(arena);
                    administrator.set(connection);
                    run(connection, "SET GLOBAL max_connections = " + FEW_CONNECTIONS);
                    // those there are would be enough for all
                    endOthers(connection);
                    arena.load(CROWD);
                },
                () -> {
                    Connection connection = administrator.getAndSet(null);
                    if (connection != null) {
                        run(connection, "SET GLOBAL max_connections = " + USUAL_CONNECTIONS);
                        close(connection);
                    }
                });
    }

    private static void endOthers(Connection administrator) {
        List<Long> others = new ArrayList<>();
        try (Statement statement = administrator.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT id FROM information_schema.processlist WHERE user LIKE 'mendian%'")) {
            while (rows.next()) {
                others.add(rows.getLong(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        for (long other : others) {
            try (Statement statement = administrator.createStatement()) {
                boolean ignored = statement.execute("KILL " + other);
            } catch (SQLException e) {
                // it has ended by itself
            }
        }
    }

    /** No file grows any more, and none is written beyond its first kilobyte: what a server cannot bear ends it. */
    private static Fault fullDisk(Arena arena, String name, String server) {
        return new Fault(
                name,
                4_000,
                () -> {
                    if (!arena.chain.limitFiles(server, NOTHING_MORE)) {
                        arena.say("L4 %s: left out, this machine has no prlimit", name);
                    }
                },
                () -> {
                    arena.chain.killServer(server);
                    arena.chain.up();
                });
    }

    static void run(Arena arena, String sql) {
        Connection connection = connected(arena);
        run(connection, sql);
        close(connection);
    }

    private static void run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            boolean ignored = statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
