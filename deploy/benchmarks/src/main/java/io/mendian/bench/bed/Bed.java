package io.mendian.bench.bed;

import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Chain;
import io.mendian.supervisor.DatabaseAddress;
import io.mendian.supervisor.External;
import io.mendian.supervisor.Folders;
import io.mendian.supervisor.Operator;
import io.mendian.supervisor.Part;
import io.mendian.supervisor.PortPlan;
import io.mendian.supervisor.Progress;
import io.mendian.supervisor.UpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** A whole chain of its own, started for a run and thrown away after it: durable commits, generous rate limits, no demo. */
public final class Bed implements AutoCloseable {

    /** Limits protect a shop from strangers; here one caller is a whole city. */
    static final Map<String, String> SETTINGS = Map.of(
            "MENDIAN_LIMITS_ANONYMOUS", "1000000",
            "MENDIAN_LIMITS_MEMBER", "1000000",
            "MENDIAN_LIMITS_STAFF", "1000000",
            "MENDIAN_LIMITS_HQ", "1000000");

    private static final long SIGNED_IN_NANOS = Duration.ofMinutes(10).toNanos();
    private static final long PATIENCE_NANOS = Duration.ofMinutes(3).toNanos();

    private final Folders folders;
    private final Chain chain;
    private final UpOptions options;
    private final double startSeconds;
    private final List<ServerProcess> helpers = new ArrayList<>();
    private final Map<String, Object> kept = new LinkedHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private Api hq;
    private long signedIn = System.nanoTime();

    private Bed(Folders folders, Chain chain, UpOptions options, double startSeconds) {
        this.folders = folders;
        this.chain = chain;
        this.options = options;
        this.startSeconds = startSeconds;
        this.hq = signIn();
    }

    /** The database writes what it commits into a log for followers too, on disk before the commit is answered. */
    private static final Map<String, String> BINLOG =
            Map.of("mariadb/--log-bin", "binlog", "mariadb/--binlog-format", "ROW", "mariadb/--sync-binlog", "1");

    /** Starts everything; the folder is deleted at the end. */
    public static Bed start(Path project, Path home, PortPlan ports, boolean binlog) {
        shareApps(project, home);
        Folders folders = new Folders(project, home);
        Chain chain = new Chain(folders, new Progress(System.out));
        Map<String, String> settings = new HashMap<>(SETTINGS);
        if (binlog) {
            settings.putAll(BINLOG);
        }
        UpOptions options = new UpOptions(ports, External.none(), false, false, false, "CNY", settings);
        long begin = System.nanoTime();
        try {
            boolean ignored = chain.up(options);
            Bed bed = new Bed(folders, chain, options, (System.nanoTime() - begin) / 1e9);
            Runtime.getRuntime().addShutdownHook(new Thread(bed::close));
            return bed;
        } catch (RuntimeException e) {
            List<String> ignored = chain.down();
            throw e;
        }
    }

    /** What one run unpacked, and the start caches it wrote, serve the next one. */
    private static void shareApps(Path project, Path home) {
        try {
            Path ignored = Files.createSymbolicLink(
                    home.resolve("apps"),
                    Files.createDirectories(project.resolve(".mendian/bench/apps"))
                            .toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Api signIn() {
        try {
            Operator.ensure(folders, gatewayPort());
            String password = Files.readString(Operator.passwordFile(folders)).strip();
            Api door = anonymous();
            return door.as(door.post("/hq/v1/login", Map.of("login", Operator.LOGIN, "password", password))
                    .path("accessToken")
                    .asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int gatewayPort() {
        return options.ports().gateway();
    }

    public int portOf(Part part) {
        return options.ports().of(part);
    }

    public double startSeconds() {
        return startSeconds;
    }

    /** Headquarters, signed in lately: filling a large chain takes longer than a token of headquarters lives. */
    public synchronized Api hq() {
        if (System.nanoTime() - signedIn > SIGNED_IN_NANOS) {
            hq = signIn();
            signedIn = System.nanoTime();
        }
        return hq;
    }

    public Api anonymous() {
        return new Api(gatewayPort(), "");
    }

    public Chain chain() {
        return chain;
    }

    public UpOptions options() {
        return options;
    }

    public Folders folders() {
        return folders;
    }

    public String kafka() {
        return chain.access(options).kafka();
    }

    public int redisPort() {
        String address = chain.access(options).redis();
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    /** Servers and services by name. */
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        chain.status().forEach(part -> part.process().ifPresent(process -> pids.put(part.name(), process.pid())));
        return pids;
    }

    /** A connection as the database's administrator; each statement commits by itself. */
    public Connection database(String schema) throws SQLException {
        DatabaseAddress address = chain.access(options).database();
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("useServerPrepStmts", "true");
        properties.setProperty("cachePrepStmts", "true");
        properties.setProperty("rewriteBatchedStatements", "true");
        properties.setProperty("useLocalSessionState", "true");
        properties.setProperty("allowPublicKeyRetrieval", "true");
        properties.setProperty("allowLoadLocalInfile", "true");
        return DriverManager.getConnection(address.url(schema), properties);
    }

    /** Runs a class of this program with a service's class path and settings, in a JVM of its own. */
    public ServerProcess inside(Part part, String name, Path ownClasses, List<String> mainAndArguments) {
        ServerProcess process = chain.inside(part, options, name, ownClasses, mainAndArguments);
        helpers.add(process);
        return process;
    }

    /** What one benchmark prepared and the next can use. */
    public <T> T keep(String name, Class<T> type, java.util.function.Supplier<T> make) {
        Object value = kept.computeIfAbsent(name, any -> make.get());
        return type.cast(value);
    }

    /** The failing checks of all services' books; waits until events have arrived. */
    public List<String> unbalanced() {
        long limit = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            List<String> last = failing();
            if (last.isEmpty() || System.nanoTime() > limit) {
                return last;
            }
            LockSupport.parkNanos(1_000_000_000);
        }
    }

    private List<String> failing() {
        List<String> found = new ArrayList<>();
        JsonNode books;
        try {
            books = hq().get("/hq/v1/books");
        } catch (Api.Refused busy) {
            return List.of("no answer: " + busy.getMessage());
        }
        for (JsonNode service : books.path("services")) {
            for (JsonNode check : service.path("checks")) {
                if (!check.path("balanced").asBoolean()) {
                    found.add(service.path("service").asString() + ": "
                            + check.path("name").asString());
                }
            }
        }
        return found;
    }

    /** Whoever interrupts a run leaves nothing behind either. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        helpers.stream().filter(ServerProcess::isAlive).forEach(helper -> {
            boolean ignored = helper.stop(Duration.ofSeconds(10));
        });
        List<String> ignored = chain.down();
        folders.delete();
    }
}
