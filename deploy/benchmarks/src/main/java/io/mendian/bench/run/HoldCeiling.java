package io.mendian.bench.run;

import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Load;
import io.mendian.supervisor.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * What the tables of a hold allow at most: the service's own rows, keys and checks, written as ours writes them, 64 holds
 * to a transaction on one connection, and nothing read or decided. What is left to gain above the tables is ours ÷ this.
 */
final class HoldCeiling implements AutoCloseable {

    private static final int TOGETHER = 64;

    private static final String HOLDS =
            "INSERT INTO stock_hold (hold_id, store_id, state, created_at, expires_at) VALUES ";
    private static final String LINES = "INSERT INTO stock_hold_line (hold_id, sku_id, quantity) VALUES ";
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    /** Above all ids that the services draw, so that the rows are found again and taken out. */
    private static final long FIRST_ID = 1L << 62;

    private final Connection connection;
    private final long storeId;
    private final long skuId;
    private long nextId = FIRST_ID;

    HoldCeiling(Bed bed, String storeId, String skuId) throws SQLException {
        this.connection = asTheServiceConnects(bed);
        this.storeId = Long.parseLong(storeId);
        this.skuId = Long.parseLong(skuId);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED");
        }
        connection.setAutoCommit(false);
    }

    /** The services' own settings of the driver. */
    private static Connection asTheServiceConnects(Bed bed) throws SQLException {
        DatabaseAddress address = bed.chain().access(bed.options()).database();
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("prepStmtCacheSqlLimit", "2048");
        properties.setProperty("rewriteBatchedStatements", "true");
        properties.setProperty("useLocalSessionState", "true");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        return DriverManager.getConnection(address.url("mendian_inventory"), properties);
    }

    /** Holds a second. */
    double perSecond(double seconds) throws SQLException {
        try (Statement insert = connection.createStatement();
                PreparedStatement reserve = connection.prepareStatement("""
                        UPDATE stock SET reserved = reserved + ?
                        WHERE store_id = ? AND sku_id = ? AND on_hand - reserved >= ?
                        """)) {
            return TOGETHER
                    * Load.closed(1, seconds, (client, turn) -> batch(insert, reserve))
                            .perSecond();
        }
    }

    private boolean batch(Statement insert, PreparedStatement reserve) throws SQLException {
        String now = LocalDateTime.now(ZoneOffset.UTC).format(MICROS);
        String later = LocalDateTime.now(ZoneOffset.UTC).plusHours(1).format(MICROS);
        StringJoiner holds = new StringJoiner(", ", HOLDS, "");
        StringJoiner lines = new StringJoiner(", ", LINES, "");
        for (int i = 0; i < TOGETHER; i++) {
            holds.add("(" + nextId + ", " + storeId + ", 'HELD', '" + now + "', '" + later + "')");
            lines.add("(" + nextId++ + ", " + skuId + ", 1)");
        }
        boolean inserted = insert.executeUpdate(holds.toString()) == TOGETHER
                && insert.executeUpdate(lines.toString()) == TOGETHER;
        reserve.setLong(1, TOGETHER);
        reserve.setLong(2, storeId);
        reserve.setLong(3, skuId);
        reserve.setLong(4, TOGETHER);
        boolean reserved = reserve.executeUpdate() == 1;
        connection.commit();
        return inserted && reserved;
    }

    /** Takes the rows out again: they are nobody's holds. */
    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM stock_hold_line WHERE hold_id >= " + FIRST_ID);
            statement.execute("DELETE FROM stock_hold WHERE hold_id >= " + FIRST_ID);
            statement.execute("UPDATE stock SET reserved = 0 WHERE store_id = " + storeId + " AND sku_id = " + skuId);
            connection.commit();
        } finally {
            connection.close();
        }
    }
}
