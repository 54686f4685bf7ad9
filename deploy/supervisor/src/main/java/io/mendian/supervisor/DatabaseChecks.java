package io.mendian.supervisor;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks at a database server: its version, its clock, and the settings on which money depends. */
final class DatabaseChecks {

    private static final Pattern VERSION = Pattern.compile("^(\\d+)\\.(\\d+)");
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);
    private static final String SUBJECT = "database";

    private final DatabaseAddress address;
    private final Clock clock;

    DatabaseChecks(DatabaseAddress address, Clock clock) {
        this.address = address;
        this.clock = clock;
    }

    List<Finding> all() {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            List<Finding> findings = new ArrayList<>();
            findings.add(version(text(statement, "SELECT VERSION()")));
            findings.add(clockFinding(statement));
            findings.add(durability(variable(statement, "innodb_flush_log_at_trx_commit")));
            findings.add(strictness(variable(statement, "sql_mode")));
            findings.add(connections(variable(statement, "max_connections")));
            findings.add(packet(variable(statement, "max_allowed_packet")));
            return findings;
        } catch (SQLException e) {
            return List.of(Finding.fix(
                    SUBJECT,
                    address + " does not answer: " + e.getMessage(),
                    "Check the address, the user and the password, and that the server lets this machine in."));
        }
    }

    static Finding version(String version) {
        boolean mariaDb = version.toLowerCase(Locale.ROOT).contains("mariadb");
        String what = (mariaDb ? "MariaDB " : "MySQL ") + version;
        Matcher matcher = VERSION.matcher(version);
        if (!matcher.find()) {
            return Finding.note(
                    SUBJECT,
                    what,
                    "An unknown version: MySQL 8.4 or later, or MariaDB 10.11 or later, is known to work.");
        }
        int number = Integer.parseInt(matcher.group(1)) * 1000 + Integer.parseInt(matcher.group(2));
        int needed = mariaDb ? 10_011 : 8_004;
        return number >= needed
                ? Finding.ok(SUBJECT, what)
                : Finding.fix(SUBJECT, what, "Use MySQL 8.4 or later, or MariaDB 10.11 or later.");
    }

    static Finding durability(@Nullable String value) {
        return "1".equals(value)
                ? Finding.ok(SUBJECT, "innodb_flush_log_at_trx_commit = 1")
                : Finding.fix(
                        SUBJECT,
                        "innodb_flush_log_at_trx_commit = " + value + ": a power cut loses sales that were answered",
                        "SET GLOBAL innodb_flush_log_at_trx_commit = 1, and in the server's configuration file.");
    }

    static Finding strictness(@Nullable String mode) {
        return mode != null && (mode.contains("STRICT_TRANS_TABLES") || mode.contains("STRICT_ALL_TABLES"))
                ? Finding.ok(SUBJECT, "strict SQL mode")
                : Finding.fix(
                        SUBJECT,
                        "sql_mode is not strict: values that do not fit would be cut off in silence",
                        "Add STRICT_TRANS_TABLES to the server's sql_mode.");
    }

    static Finding connections(@Nullable String value) {
        long number = number(value);
        return number >= 100
                ? Finding.ok(SUBJECT, "max_connections = " + number)
                : Finding.fix(
                        SUBJECT,
                        "max_connections = " + number,
                        "Allow at least 100: SET GLOBAL max_connections = 200.");
    }

    static Finding packet(@Nullable String value) {
        long bytes = number(value);
        return bytes >= 4L << 20
                ? Finding.ok(SUBJECT, "max_allowed_packet = " + (bytes >> 20) + " MB")
                : Finding.fix(
                        SUBJECT,
                        "max_allowed_packet = " + bytes,
                        "Allow at least 4 MB: SET GLOBAL max_allowed_packet = 16777216.");
    }

    private Finding clockFinding(Statement statement) throws SQLException {
        Instant before = clock.instant();
        double seconds = Double.parseDouble(text(statement, "SELECT UNIX_TIMESTAMP(NOW(6))"));
        Instant after = clock.instant();
        Instant theirs = Instant.ofEpochMilli((long) (seconds * 1000));
        boolean agrees = theirs.isAfter(before.minus(CLOCK_TOLERANCE)) && theirs.isBefore(after.plus(CLOCK_TOLERANCE));
        return agrees
                ? Finding.ok(SUBJECT, "its clock agrees with ours")
                : Finding.fix(
                        SUBJECT,
                        "its clock says " + theirs + ", ours " + after,
                        "Synchronise both machines' clocks by NTP.");
    }

    private static @Nullable String variable(Statement statement, String name) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW GLOBAL VARIABLES LIKE '" + name + "'")) {
            return rows.next() ? rows.getString(2) : null;
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static long number(@Nullable String value) {
        return value == null || !value.matches("\\d{1,18}") ? 0 : Long.parseLong(value);
    }
}
