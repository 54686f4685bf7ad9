package io.mendian.bench.run;

import io.mendian.bench.bed.Bed;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;

/** Rows as wide as a member's, written as fast as the database takes them: from a file, many in a statement, one by one. Rows a second. */
final class PersonTable {

    private static final int WIDTH = 100;

    private final Bed bed;

    PersonTable(Bed bed) {
        this.bed = bed;
    }

    /** P-load: {@code LOAD DATA} of a file that is there already. */
    double load(int rows) throws SQLException, IOException {
        Path file = Files.createTempFile(bed.folders().home(), "people", ".tsv");
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            String wide = "x".repeat(WIDTH);
            for (int i = 0; i < rows; i++) {
                // 32 bytes of the index as they come, in letters that need no escape
                String index = HexFormat.of().formatHex(index(i), 0, 16);
                writer.write(i + "\t" + wide + "\t" + index + "\t" + wide + "\n");
            }
        }
        try (Connection connection = bed.database("mendian_bench");
                Statement statement = connection.createStatement()) {
            create(statement);
            long begin = System.nanoTime();
            int loaded = statement.executeUpdate("LOAD DATA LOCAL INFILE '"
                    + file.toString().replace("\\", "/") + "' INTO TABLE person CHARACTER SET binary");
            double seconds = (System.nanoTime() - begin) / 1e9;
            if (loaded != rows) {
                throw new SQLException("of " + rows + " rows " + loaded + " were loaded");
            }
            return rows / seconds;
        } finally {
            Files.delete(file);
        }
    }

    double insert(int rows, int perStatement) throws SQLException {
        try (Connection connection = bed.database("mendian_bench");
                Statement statement = connection.createStatement()) {
            create(statement);
            connection.setAutoCommit(false);
            byte[] wide = new byte[WIDTH];
            long begin = System.nanoTime();
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO person VALUES (?, ?, ?, ?)")) {
                for (int i = 0; i < rows; i++) {
                    insert.setLong(1, i);
                    insert.setBytes(2, wide);
                    insert.setBytes(3, index(i));
                    insert.setBytes(4, wide);
                    insert.addBatch();
                    if (i % perStatement == perStatement - 1 || i == rows - 1) {
                        int[] ignored = insert.executeBatch();
                        connection.commit();
                    }
                }
            }
            return rows / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static byte[] index(int i) {
        byte[] index = new byte[32];
        ByteBuffer.wrap(index).putLong(i * 0x9E3779B97F4A7C15L).putLong(i);
        return index;
    }

    private static void create(Statement statement) throws SQLException {
        statement.execute("DROP TABLE IF EXISTS person");
        statement.execute("CREATE TABLE person (id BIGINT PRIMARY KEY, phone VARBINARY(120),"
                + " phone_index BINARY(32) UNIQUE, name VARBINARY(160))");
    }
}
