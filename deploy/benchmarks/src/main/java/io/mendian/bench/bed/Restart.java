package io.mendian.bench.bed;

import io.mendian.bench.measure.Wire;
import io.mendian.embedded.ServerProcess;
import io.mendian.supervisor.Chain;
import io.mendian.supervisor.External;
import io.mendian.supervisor.Part;
import io.mendian.supervisor.Progress;
import io.mendian.supervisor.UpOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Starts the chain's parts once more, over the servers that go on: by plain {@code java -jar} with the JVM's own defaults, and as
 * {@code deploy/up} does it. Seconds until all are healthy, and until the first checkout was answered.
 */
public final class Restart {

    private static final long PATIENCE_NANOS = Duration.ofMinutes(3).toNanos();

    /** The same number that {@code deploy/up} starts at once. */
    private static final int AT_ONCE = Runtime.getRuntime().availableProcessors() + 1;

    /** What a start took; {@code firstCheckout} is 0 where nobody asked. */
    public record Took(double healthy, double firstCheckout) {}

    private final Bed bed;
    private final Map<Part, Map<String, String>> environments = new EnumMap<>(Part.class);

    public Restart(Bed bed) throws IOException {
        this.bed = bed;
        for (Part part : Part.values()) {
            ServerProcess process = bed.chain().process(part).orElseThrow();
            environments.put(part, environment(process.pid()));
        }
    }

    /** Start caches of this build are there afterwards; where they were not, it takes a minute or two. */
    public void recordStartCaches() {
        stopParts();
        startParts();
        if (bed.chain().records()) {
            List<String> ignored = quietly().down();
            quietly().startServers(cached());
            startParts();
        }
    }

    /** The services, the gateway and the simulators; the servers go on. */
    private void stopParts() {
        for (Part part : Part.values()) {
            bed.chain().process(part).ifPresent(process -> {
                boolean ignored = process.stop(Duration.ofSeconds(30));
            });
        }
    }

    /** As {@code deploy/up} does it, from start caches where there are any. */
    private void startParts() {
        boolean ignored = quietly().up(cached());
    }

    private Chain quietly() {
        return new Chain(bed.folders(), Progress.silent());
    }

    private UpOptions cached() {
        return new UpOptions(bed.options().ports(), External.none(), false, false, true, "CNY", Bed.SETTINGS);
    }

    /** Ends all parts, starts their jars plainly, and ends them again. */
    public Took plainly() throws Exception {
        stopParts();
        List<ServerProcess> started = java.util.Collections.synchronizedList(new ArrayList<>());
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> all = new ArrayList<>();
            for (Part part : Stream.of(Part.values())
                    .sorted(Comparator.comparingInt(Restart::rank).reversed())
                    .toList()) {
                all.add(threads.submit(() -> started.add(plainly(part))));
            }
            for (Future<?> one : all) {
                Object ignored = one.get();
            }
            return new Took((System.nanoTime() - begin) / 1e9, 0);
        } finally {
            for (ServerProcess one : started) {
                boolean ignored = one.stop(Duration.ofSeconds(20));
            }
        }
    }

    /** Ends all parts and starts them as the command does; meanwhile somebody tries to buy until he has bought. */
    public Took asUsual(String token, String sale) throws Exception {
        stopParts();
        long begin = System.nanoTime();
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Double> bought = thread.submit(() -> firstCheckout(token, sale, begin));
            startParts();
            double healthy = (System.nanoTime() - begin) / 1e9;
            return new Took(healthy, bought.get());
        }
    }

    private double firstCheckout(String token, String sale, long begin) throws IOException {
        String key = "first-" + begin;
        while (System.nanoTime() - begin < PATIENCE_NANOS) {
            try (Wire wire = new Wire(bed.gatewayPort(), token)) {
                if (wire.post("/store/v1/sales", sale, key).status() == 201) {
                    return (System.nanoTime() - begin) / 1e9;
                }
            } catch (IOException tooEarly) {
                // nobody listens yet
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new IOException("no checkout was answered within three minutes after the start");
    }

    private ServerProcess plainly(Part part) {
        ServerProcess process = ServerProcess.start(new ServerProcess.Start(
                "plain-" + part.title(),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar(part).toString()),
                environments.getOrDefault(part, Map.of()),
                bed.folders().home(),
                bed.folders().run()));
        process.waitUntilReady(Duration.ofMinutes(3), () -> isHealthy(bed.portOf(part)));
        return process;
    }

    private static boolean isHealthy(int port) {
        try (Wire wire = new Wire(port, "")) {
            return wire.get("/actuator/health").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int rank(Part part) {
        return part == Part.SIMULATORS ? 0 : part == Part.GATEWAY ? 1 : 2;
    }

    private Path jar(Part part) {
        String module = part == Part.SIMULATORS ? "deploy/simulators" : part.title();
        Path target = bed.folders().project().resolve(module).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What a running part was given. */
    private static Map<String, String> environment(long pid) throws IOException {
        Map<String, String> variables = new HashMap<>();
        String all = Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.UTF_8);
        for (String one : all.split("\0")) {
            int equals = one.indexOf('=');
            if (equals > 0) {
                variables.put(one.substring(0, equals), one.substring(equals + 1));
            }
        }
        return variables;
    }
}
