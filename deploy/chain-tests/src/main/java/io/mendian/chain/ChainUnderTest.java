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
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform as {@code deploy/up} starts it, with ports and a data folder of its own, started once for all tests
 * of this module and stopped with the JVM.
 */
public final class ChainUnderTest {

    private static @Nullable ChainUnderTest instance;

    private final Folders folders;

    /** Says nothing: only the first start is worth telling. */
    private final Chain chain;

    private final UpOptions options;

    /** The one chain of this JVM, started when it is first asked for. */
    public static synchronized ChainUnderTest running() {
        ChainUnderTest chain = instance;
        return chain == null ? start(Path.of("../.."), Wiring.DIRECT, Map.of()) : chain;
    }

    /** Starts the one chain of this JVM from this project's jars, with something in between and further variables. */
    public static synchronized ChainUnderTest start(Path project, Wiring wiring, Map<String, String> extra) {
        ChainUnderTest chain = new ChainUnderTest(project, wiring, extra);
        instance = chain;
        return chain;
    }

    private ChainUnderTest(Path project, Wiring wiring, Map<String, String> extra) {
        try {
            folders = new Folders(project, Files.createTempDirectory("mendian-chain"));
            chain = new Chain(folders, Progress.silent());
            PortPlan ports = freePorts();
            Map<String, String> variables = new HashMap<>(extra);
            variables.put("MENDIAN_SIM_NOTIFY_SCALE", "0.05");
            variables.put("MENDIAN_REFUND_PROVIDER_PAUSE", "4s");
            options = new UpOptions(ports, External.none(), false, false, false, "CNY", variables, wiring);
            Runtime.getRuntime().addShutdownHook(new Thread(new Cleanup(folders, chain)));
            new Chain(folders, new Progress(System.out)).up(options);
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

    /** Kills one of the servers: mariadb, kafka or redis. */
    public void killServer(String name) {
        ServerProcess.running(folders.run(), name).ifPresent(Cleanup::kill);
    }

    /** Stops a server or a part in the middle of whatever it does, as a long pause of its machine would. */
    public void pause(String name) {
        signal(name, "-STOP");
    }

    public void resume(String name) {
        signal(name, "-CONT");
    }

    private void signal(String name, String signal) {
        ServerProcess process = ServerProcess.running(folders.run(), name).orElseThrow();
        try {
            int status = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("kill " + signal + " " + name + " ended with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
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
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), options.ports().redis())) {
            socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().read() != '+') {
                throw new IllegalStateException("Redis did not take FLUSHALL");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    /** Below the ports that the system gives to outgoing connections, so that nobody takes one while a part is down. */
    private static PortPlan freePorts() {
        for (int attempt = 0; attempt < 50; attempt++) {
            int base = ThreadLocalRandom.current().nextInt(10_000, 21_500);
            if (IntStream.of(80, 101, 102, 103, 104, 105, 106, 190, 5306, 8379, 11_092, 11_093)
                    .allMatch(offset -> free(base + offset))) {
                return new PortPlan(base + 80, base);
            }
        }
        throw new IllegalStateException("no free range of ports");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
