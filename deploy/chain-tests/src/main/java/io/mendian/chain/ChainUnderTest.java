package io.mendian.chain;

import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Chain;
import io.mendian.supervisor.External;
import io.mendian.supervisor.Folders;
import io.mendian.supervisor.Part;
import io.mendian.supervisor.PortPlan;
import io.mendian.supervisor.Progress;
import io.mendian.supervisor.UpOptions;
import io.mendian.supervisor.Wiring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform as {@code deploy/up} starts it, with ports and a data folder of its own, started once for all tests
 * of this module and stopped with the JVM.
 */
public final class ChainUnderTest {

    /** A second instance listens so much further up. */
    private static final int SECOND = 50;

    private static @Nullable ChainUnderTest instance;

    private Folders folders;

    /** Says nothing: only the first start is worth telling. */
    private Chain chain;

    private UpOptions options;
    private final String clocks;
    private volatile Duration moved = Duration.ZERO;

    /** The one chain of this JVM, started when it is first asked for. */
    public static synchronized ChainUnderTest running() {
        ChainUnderTest chain = instance;
        return chain == null ? start(new ChainSetting(Path.of("../.."), Wiring.DIRECT, Map.of(), null)) : chain;
    }

    /** Starts the one chain of this JVM. */
    public static synchronized ChainUnderTest start(ChainSetting setting) {
        ChainUnderTest chain = new ChainUnderTest(setting);
        instance = chain;
        return chain;
    }

    private ChainUnderTest(ChainSetting setting) {
        try {
            folders = new Folders(setting.project(), Files.createTempDirectory("mendian-chain"));
            chain = new Chain(folders, Progress.silent());
            clocks = Files.createDirectories(folders.home().resolve("clocks")).toString();
            Map<String, String> variables = new HashMap<>(setting.extra());
            variables.put("MENDIAN_SIM_NOTIFY_SCALE", "0.05");
            variables.put("MENDIAN_REFUND_PROVIDER_PAUSE", "4s");
            variables.put("MENDIAN_CLOCK_FOLDER", clocks);
            boolean caches = setting.apps() != null;
            if (caches) {
                Files.createSymbolicLink(
                        folders.home().resolve("apps"),
                        Files.createDirectories(setting.apps()).toRealPath());
            }
            options = new UpOptions(
                    PortPlan.anyFree(), External.none(), false, false, caches, "CNY", variables, setting.wiring());
            Runtime.getRuntime().addShutdownHook(new Thread(new Cleanup(folders)));
            Chain telling = new Chain(folders, new Progress(System.out));
            telling.up(options);
            if (telling.records()) {
                // a killed JVM writes no cache: this one time they end by themselves
                telling.down();
                telling.up(options);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts whatever does not run. */
    public void up() {
        chain.up(options);
    }

    /** Starts the killed part again with further environment variables, such as CRASH_AT. */
    public void upWith(Map<String, String> extra) {
        Map<String, String> all = new HashMap<>(options.extra());
        all.putAll(extra);
        chain.up(options.withExtra(all));
    }

    /** Kills a part as a power cut would. */
    public void kill(Part part) {
        chain.process(part).ifPresent(Cleanup::kill);
    }

    /** Asks a part to end, as a restart by hand does: it answers what it has begun. */
    public void end(Part part) {
        chain.process(part).ifPresent(process -> {
            boolean ignored = process.stop(Duration.ofSeconds(30));
        });
    }

    /** A second instance of a service beside the first, known to the gateway after {@link #knowBoth}. */
    public void upSecond(Part part) {
        ServerProcess ignored = chain.beside(part, options, secondPort(part));
    }

    public void killSecond(Part part) {
        ServerProcess.running(folders.run(), Cleanup.second(part)).ifPresent(Cleanup::kill);
    }

    /** Restarts the gateway so that it sends requests for these services to either of their two instances, or to the first alone again. */
    public void knowBoth(Collection<Part> doubled) {
        kill(Part.GATEWAY);
        Map<String, Object> instances = new HashMap<>();
        for (Part part : doubled) {
            int first = options.wiring()
                    .port(Part.GATEWAY, part.title(), options.ports().of(part));
            instances.put(
                    part.title(),
                    IntStream.of(first, secondPort(part))
                            .mapToObj(port -> Map.of("uri", "http://127.0.0.1:" + port))
                            .toList());
        }
        upWith(
                doubled.isEmpty()
                        ? Map.of()
                        : Map.of(
                                "SPRING_APPLICATION_JSON",
                                Door.JSON.writeValueAsString(
                                        Map.of("spring.cloud.discovery.client.simple.instances", instances))));
    }

    private int secondPort(Part part) {
        return options.ports().of(part) + SECOND;
    }

    /** From now on parts are started from another project's jars; what runs goes on as it is. */
    public void takeJarsOf(Path project) {
        folders = new Folders(project, folders.home());
        chain = new Chain(folders, Progress.silent());
        // each build has a start cache of its own: not worth recording for one start
        options = options.withoutStartCaches();
    }

    /** Lets the clocks of all programs go wrong by so many seconds, or only that of one part. */
    public void moveClock(@Nullable Part part, long seconds) {
        moved = part == null ? Duration.ofSeconds(seconds) : moved;
        try {
            Files.writeString(Path.of(clocks, part == null ? "all" : part.title()), Long.toString(seconds));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What time all programs believe it is. */
    public Instant now() {
        return Instant.now().plus(moved);
    }

    /** A connection to the database server as its administrator. */
    public Connection database() throws SQLException {
        return chain.access(options).database().connect();
    }

    /** Lets no file of a server grow beyond so many bytes, as a full disk would; -1: as it was. False where that cannot be had. */
    public boolean limitFiles(String server, long bytes) {
        return processes().limitFiles(server, bytes);
    }

    /** Starts the servers that do not run, and no part. */
    public void upServers() {
        chain.startServers(options);
    }

    /** Whether the process of a part that was started last became healthy. */
    public boolean becameHealthy(Part part) {
        return chain.becameHealthy(part);
    }

    /** Kills one of the servers: mariadb, kafka or redis. */
    public void killServer(String name) {
        ServerProcess.running(folders.run(), name).ifPresent(Cleanup::kill);
    }

    private Processes processes() {
        return new Processes(folders.run());
    }

    /** Stops a server or a part in the middle of whatever it does, as a long pause of its machine would. */
    public void pause(String name) {
        processes().signal(name, "-STOP");
    }

    public void resume(String name) {
        processes().signal(name, "-CONT");
    }

    public boolean runs(Part part) {
        return chain.process(part).isPresent();
    }

    public Door door() {
        return Door.at("http://127.0.0.1:" + options.ports().gateway());
    }

    /** The simulated providers, with their controls under {@code /_sim}. */
    public Door simulators() {
        return Door.at("http://127.0.0.1:" + options.ports().of(Part.SIMULATORS));
    }

    /** The broker's address. */
    public String kafka() {
        return "127.0.0.1:" + options.ports().kafka();
    }

    /** Lets the cache forget everything, while it runs. */
    public void emptyRedis() {
        Processes.emptyRedis(options.ports().redis());
    }

    /** The state folder of a command that is run against this chain. */
    public Path home() {
        return folders.home();
    }

    String oneTimePassword() {
        try {
            return Files.readString(folders.firstLogin()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
