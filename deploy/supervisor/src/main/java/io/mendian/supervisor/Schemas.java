package io.mendian.supervisor;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** One schema and one user per service, who may do everything there and nothing elsewhere. */
final class Schemas {

    private Schemas() {}

    /** Creates what is missing and sets the users' passwords to the given ones. Users are let in from {@code fromHost} only. */
    static void create(DatabaseAddress database, Map<Part, String> passwords, String fromHost) {
        if (passwords.isEmpty()) {
            return;
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<Part, String> entry : passwords.entrySet()) {
                String schema = entry.getKey().schema();
                String user = "'" + schema + "'@'" + fromHost + "'";
                String identified = " IDENTIFIED BY '" + entry.getValue() + "'";
                // compared by code point: codes and tokens that differ in case only are different
                statement.execute(
                        "CREATE DATABASE IF NOT EXISTS `" + schema + "` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
                statement.execute("CREATE USER IF NOT EXISTS " + user + identified);
                statement.execute("ALTER USER " + user + identified);
                // an underscore in a grant stands for any character unless escaped
                statement.execute("GRANT ALL PRIVILEGES ON `" + schema.replace("_", "\\_") + "`.* TO " + user);
            }
        } catch (SQLException e) {
            throw new CommandFailure(
                    "The schemas could not be created as " + database + ": " + e.getMessage()
                            + "\nThe user needs the rights to create schemas and users and to grant them (CREATE, CREATE USER, GRANT OPTION).",
                    e);
        }
    }

    /** Drops the services' schemas with all they hold. */
    static void drop(DatabaseAddress database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            for (Part part : Part.values()) {
                if (part.isService()) {
                    statement.execute("DROP DATABASE IF EXISTS `" + part.schema() + "`");
                }
            }
        } catch (SQLException e) {
            throw new CommandFailure("The schemas could not be dropped as " + database + ": " + e.getMessage(), e);
        }
    }
}
