package io.mendian.chain.chaos;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.mendian.chain.Customers;
import io.mendian.chain.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;

/**
 * Stands beside a judgement that takes long: tells what is waited for, writes down where every customer stands, and ends a
 * judgement that does not come to its end by itself.
 */
final class Watch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(45);
    private static final int LOOKS = 6;

    private final FaultLog log;
    private final String name;
    private final Customers customers;
    private final Thread judge = Thread.currentThread();
    private final Thread watcher;
    private volatile String at = "";
    private volatile boolean gaveUp;
    private boolean over;

    /** {@code name}: which judgement of this run it is. */
    Watch(FaultLog log, String name, Customers customers) {
        this.log = log;
        this.name = name;
        this.customers = customers;
        watcher = Thread.ofPlatform().daemon().name("watch").start(this::watch);
    }

    /** What the judge begins now. */
    void at(String stage) {
        at = stage;
    }

    /** Whether the judge was told to stop waiting. */
    boolean gaveUp() {
        return gaveUp;
    }

    private void watch() {
        try {
            for (int look = 1; look <= LOOKS; look++) {
                Thread.sleep(BETWEEN_LOOKS);
                look(look);
            }
        } catch (InterruptedException ended) {
            return;
        }
        synchronized (this) {
            if (!over) {
                gaveUp = true;
                judge.interrupt();
            }
        }
    }

    private void look(int look) {
        log.say(
                "  after %d s at \"%s\", %d customers under way",
                look * BETWEEN_LOOKS.toSeconds(), at, customers.underWay());
        Path file = log.file().resolveSibling("waiting-" + name + "-" + look + ".txt");
        try {
            Files.deleteIfExists(file);
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toAbsolutePath().toString(), HotSpotDiagnosticMXBean.ThreadDumpFormat.TEXT_PLAIN);
            for (String state : List.of("PLACING", "PENDING_PAYMENT")) {
                ask(file, customers.shop.clerk, "/store/v1/orders?limit=20&status=" + state);
            }
            ask(file, customers.shop.hq, "/hq/v1/books");
        } catch (IOException | RuntimeException e) {
            log.note("the watch could not write all it wanted: " + e);
        }
    }

    private static void ask(Path file, Door door, String path) throws IOException {
        String answer;
        try {
            answer = door.get(path).toString();
        } catch (UncheckedIOException nobodyAnswers) {
            answer = nobodyAnswers.toString();
        }
        Files.writeString(file, "\n" + path + "\n" + answer + "\n", StandardOpenOption.APPEND);
    }

    @Override
    public void close() {
        synchronized (this) {
            over = true;
        }
        watcher.interrupt();
        // what came too late to interrupt the judge shall not interrupt what he does next
        boolean ignored = Thread.interrupted();
    }
}
