package io.mendian.supervisor;

import io.mendian.embedded.EmbeddedKafka;
import io.mendian.embedded.EmbeddedMariaDb;
import io.mendian.embedded.EmbeddedRedis;
import io.mendian.embedded.ServerProcess;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Starts one part in its JVM: small, with a memory cap, on the loopback address, from a start cache as soon as there is one. */
final class PartLauncher {

    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private final Folders folders;
    private final UpOptions options;
    private final Servers.Addresses servers;
    private final Keys keys;

    PartLauncher(Folders folders, UpOptions options, Servers.Addresses servers, Keys keys) {
        this.folders = folders;
        this.options = options;
        this.servers = servers;
        this.keys = keys;
    }

    /** What came of it: a part that already ran, well, was left alone. */
    record Outcome(boolean alreadyRunning, Duration took) {}

    /** Starts the part unless it runs, and returns when it is healthy. */
    Outcome start(Part part, AppFiles app) {
        long begin = System.nanoTime();
        int port = options.ports().of(part);
        Map<String, String> environment = environment(part, port);
        List<String> flags = flags(part);
        String settings = fingerprint(flags, environment);
        // extras are for tests: they reach the parts that are started now, and do not count as a change for the others
        environment.putAll(options.extra(part));
        Optional<ServerProcess> running = ServerProcess.running(folders.run(), part.title());
        if (running.isPresent()) {
            awaitHealth(running.get(), port);
            return new Outcome(true, Duration.ofNanos(System.nanoTime() - begin));
        }
        Path folder = folders.apps().resolve(part.title());
        List<String> cacheFlag = options.startCaches() ? List.of(new StartCache(folder, app, flags).flag()) : List.of();
        ServerProcess process = ServerProcess.start(new ServerProcess.Start(
                part.title(), command(flags, cacheFlag, app), environment, folders.home(), folders.run()));
        boolean recording = cacheFlag.stream().anyMatch(flag -> flag.startsWith("-XX:AOTCacheOutput"));
        RunRecord.write(folders.run(), part.title(), new RunRecord(port, 0, settings, recording));
        awaitHealth(process, port);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        RunRecord.write(folders.run(), part.title(), new RunRecord(port, took.toMillis(), settings, recording));
        return new Outcome(false, took);
    }

    /** Runs another main class with the part's class path and settings. Nobody waits for it. */
    ServerProcess inside(Part part, AppFiles app, String name, Path own, List<String> mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags(part));
        command.add("-cp");
        command.add(own
                + File.pathSeparator
                + app.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(mainAndArguments);
        Map<String, String> environment = environment(part, 0);
        environment.putAll(options.extra(part));
        return ServerProcess.start(new ServerProcess.Start(name, command, environment, folders.home(), folders.run()));
    }

    /** Starts another instance of a part, which does not count as the part. */
    ServerProcess beside(Part part, AppFiles app, String name, int port) {
        Map<String, String> environment = environment(part, port);
        environment.putAll(options.extra(part));
        ServerProcess process = ServerProcess.start(new ServerProcess.Start(
                name, command(flags(part), List.of(), app), environment, folders.home(), folders.run()));
        awaitHealth(process, port);
        return process;
    }

    private static void awaitHealth(ServerProcess process, int port) {
        process.waitUntilReady(PATIENCE, () -> Health.isUp(port));
    }

    /** What keeps a running part from being part of this chain; empty when it does not run or runs just as wanted. */
    Optional<String> complaint(Part part) {
        if (ServerProcess.running(folders.run(), part.title()).isEmpty()) {
            return Optional.empty();
        }
        String settings =
                fingerprint(flags(part), environment(part, options.ports().of(part)));
        return RunRecord.read(folders.run(), part.title())
                .filter(earlier -> !earlier.settings().equals(settings))
                .map(earlier -> part.title() + " runs with other settings.");
    }

    private static List<String> command(List<String> flags, List<String> cacheFlag, AppFiles app) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(flags);
        command.addAll(cacheFlag);
        command.add("-cp");
        command.add(app.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(app.mainClass());
        return command;
    }

    private static List<String> flags(Part part) {
        List<String> flags = new ArrayList<>(List.of(
                "-Xms32m",
                "-Xmx" + part.heapMb() + "m",
                // requests die young: more than this would be touched and kept for nothing
                "-XX:MaxNewSize=24m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxMetaspaceSize=192m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                // at the address it was made for a start cache is read, not rewritten into memory of our own
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                // what cannot go into a start cache is none of the reader's business
                "-Xlog:aot=error",
                "-Xlog:cds=error",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfile.encoding=UTF-8",
                "-Duser.timezone=UTC",
                "-Djava.security.egd=file:/dev/urandom"));
        String more = System.getenv("MENDIAN_JVM_OPTIONS");
        if (more != null && !more.isBlank()) {
            flags.addAll(List.of(more.strip().split("\\s+")));
        }
        return flags;
    }

    private Map<String, String> environment(Part part, int port) {
        Map<String, String> variables = new TreeMap<>();
        External external = options.external();
        variables.put("SPRING_PROFILES_ACTIVE", external.nacos() == null ? "" : "nacos");
        variables.put("MENDIAN_PART", part.title());
        variables.put("SERVER_PORT", Integer.toString(port));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        if (part.isService()) {
            variables.put("MENDIAN_DB_URL", database(part).url(part.schema()));
            variables.put("MENDIAN_DB_USER", part.schema());
            variables.put("MENDIAN_DB_PASSWORD", keys.password(part.title()));
        }
        variables.put("MENDIAN_KAFKA", wired(part, EmbeddedKafka.NAME, servers.kafka()));
        variables.put("MENDIAN_REDIS", wired(part, EmbeddedRedis.NAME, servers.redis()));
        variables.put("MENDIAN_KEYS", folders.keys().toString());
        for (Part other : Part.values()) {
            if (other.isService()) {
                variables.put(
                        "MENDIAN_SERVICE_" + other.name().toUpperCase(Locale.ROOT),
                        url(options.wiring()
                                .port(part, other.title(), options.ports().of(other))));
            }
        }
        if (external.nacos() != null) {
            variables.put("MENDIAN_NACOS", external.nacos());
        }
        String simulators = url(options.wiring()
                .port(part, Part.SIMULATORS.title(), options.ports().of(Part.SIMULATORS)));
        variables.put("MENDIAN_WECHAT_URL", simulators);
        variables.put("MENDIAN_SMS_URL", simulators);
        variables.put(
                "MENDIAN_SIM_JOURNAL",
                folders.home().resolve("simulators/journal").toString());
        variables.put("MENDIAN_PUBLIC_URL", url(options.ports().gateway()));
        variables.put("MENDIAN_CURRENCY", options.currency());
        variables.put("MENDIAN_BOOTSTRAP_FILE", folders.firstLogin().toString());
        // glibc otherwise keeps an arena of free memory per thread
        variables.put("MALLOC_ARENA_MAX", "2");
        return variables;
    }

    private DatabaseAddress database(Part part) {
        DatabaseAddress direct = servers.database();
        return new DatabaseAddress(
                direct.host(),
                options.wiring().port(part, EmbeddedMariaDb.NAME, direct.port()),
                direct.user(),
                direct.password());
    }

    /** The address with the port through which this part reaches the server; a list of addresses stays as it is. */
    private String wired(Part part, String server, String address) {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        return address.contains(",") || !port.matches("\\d+")
                ? address
                : address.substring(0, colon + 1) + options.wiring().port(part, server, Integer.parseInt(port));
    }

    private static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    private static String fingerprint(List<String> flags, Map<String, String> environment) {
        return HexFormat.of().toHexDigits((flags + "|" + environment).hashCode());
    }
}
