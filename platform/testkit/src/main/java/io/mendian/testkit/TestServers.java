package io.mendian.testkit;

import io.mendian.embedded.Embedded;
import io.mendian.runtime.persistence.LaterIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Finds the servers named by the environment (MENDIAN_DB_HOST …) or starts embedded ones; makes a fresh schema per context. */
public final class TestServers {

    private static final Map<String, String> SERVERS = servers();

    private TestServers() {}

    private static Map<String, String> servers() {
        if (System.getenv("MENDIAN_DB_HOST") != null) {
            return System.getenv();
        }
        try {
            Path folder = Files.createTempDirectory("mendian-test");
            return Embedded.startAll(folder, Embedded.Options.forTests()).environment();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String kafka() {
        return SERVERS.getOrDefault("MENDIAN_KAFKA", "127.0.0.1:9092");
    }

    public static String redis() {
        return SERVERS.getOrDefault("MENDIAN_REDIS", "redis://127.0.0.1:6379");
    }

    public static String user() {
        return SERVERS.getOrDefault("MENDIAN_DB_USER", "root");
    }

    public static String password() {
        return SERVERS.getOrDefault("MENDIAN_DB_PASSWORD", "");
    }

    /** The JDBC address of a schema that did not exist before; it is dropped when the JVM ends. */
    public static String freshSchema(String name) {
        String schema = "t_" + name.replaceAll("\\W", "_") + "_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        execute("CREATE DATABASE " + schema + " CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                execute("DROP DATABASE " + schema);
            } catch (IllegalStateException e) {
                // the server went first; with it the schema
            }
        }));
        return address(schema);
    }

    private static String address(String schema) {
        return "jdbc:mysql://" + SERVERS.get("MENDIAN_DB_HOST") + ":" + SERVERS.get("MENDIAN_DB_PORT") + "/" + schema;
    }

    private static void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        address("") + "?sslMode=PREFERRED&allowPublicKeyRetrieval=true", user(), password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the test database does not answer: " + e.getMessage(), e);
        }
    }

    /** Points a service under test at the servers. */
    static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            LaterIds.begin();
            String service = context.getEnvironment().getProperty("spring.application.name", "test");
            TestPropertyValues.of(
                            "MENDIAN_DB_URL=" + freshSchema(service),
                            "MENDIAN_DB_USER=" + user(),
                            "MENDIAN_DB_PASSWORD=" + password(),
                            "MENDIAN_DB_POOL=20",
                            "spring.datasource.hikari.transaction-isolation="
                                    + System.getProperty("proof.isolation", "TRANSACTION_READ_COMMITTED"),
                            "MENDIAN_KAFKA=" + kafka(),
                            "MENDIAN_REDIS=" + redis(),
                            "mendian.keys=" + TestKeys.folder(),
                            "mendian.timers.enabled="
                                    + context.getEnvironment().getProperty("mendian.timers.enabled", "false"),
                            "mendian.relay.enabled="
                                    + context.getEnvironment().getProperty("mendian.relay.enabled", "false"),
                            "mendian.listener.enabled="
                                    + context.getEnvironment().getProperty("mendian.listener.enabled", "false"),
                            // the schema is new, the group may be that of earlier tests on the same broker
                            "mendian.catch-up.enabled=false",
                            "springdoc.api-docs.version=openapi_3_1",
                            "springdoc.writer-with-order-by-keys=true",
                            "springdoc.default-produces-media-type=application/json")
                    .applyTo(context);
        }
    }
}
