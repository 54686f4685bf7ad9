package io.mendian.supervisor;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A MySQL or MariaDB server with a user who may create schemas and users there. */
public record DatabaseAddress(String host, int port, String user, String password) {

    private static final String EXPECTED = " Expected jdbc:mysql://USER:PASSWORD@HOST:PORT, for example"
            + " jdbc:mysql://root:secret@db.example.com:3306; special characters in the password as %XX.";

    /** Reads {@code jdbc:mysql://user:password@host:port}; the port may be left out (3306). */
    public static DatabaseAddress parse(String url) {
        String rest = url.replaceFirst("^jdbc:(mysql|mariadb):", "");
        if (rest.equals(url)) {
            throw new CommandFailure("--mysql does not begin with jdbc:mysql:" + EXPECTED);
        }
        URI uri = uri(rest);
        String login = uri.getRawUserInfo();
        if (uri.getHost() == null || login == null || login.isBlank()) {
            throw new CommandFailure("--mysql names no host or no user." + EXPECTED);
        }
        if (uri.getRawQuery() != null || uri.getPath().length() > 1) {
            throw new CommandFailure(
                    "--mysql names a schema or options; the services use schemas and options of their own." + EXPECTED);
        }
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        String password = colon < 0 ? "" : login.substring(colon + 1);
        return new DatabaseAddress(
                uri.getHost(), uri.getPort() < 0 ? 3306 : uri.getPort(), decode(user), decode(password));
    }

    /** The URL of a schema, without user, password and options. */
    public String url(String schema) {
        return "jdbc:mysql://" + host + ":" + port + "/" + schema;
    }

    /** A connection without a schema. */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("sslMode", "PREFERRED");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("connectTimeout", "5000");
        properties.setProperty("socketTimeout", "60000");
        properties.setProperty("connectionTimeZone", "UTC");
        return DriverManager.getConnection(url(""), properties);
    }

    /** Never the password: addresses are printed. */
    @Override
    public String toString() {
        return user + "@" + host + ":" + port;
    }

    private static URI uri(String rest) {
        try {
            return URI.create(rest);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("--mysql is not an address." + EXPECTED, e);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
