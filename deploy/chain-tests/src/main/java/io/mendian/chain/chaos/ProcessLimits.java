package io.mendian.chain.chaos;

import io.mendian.embedded.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Limits of the kernel on a part that runs; where there is no {@code prlimit} or {@code /proc}, nothing happens. */
final class ProcessLimits {

    private final Path run;

    ProcessLimits(Arena arena) {
        this.run = arena.chain.home().resolve("run");
    }

    /** Lets it open so many files and connections more than it has now; false where that cannot be had. */
    boolean fewMoreFiles(String name, int more) {
        long pid = pid(name);
        return setFiles(pid, Long.toString(open(pid) + more));
    }

    /** As many as it was started with. */
    void manyFiles(String name) {
        ServerProcess.running(run, name).ifPresent(process -> {
            boolean ignored = setFiles(process.pid(), hardLimit(process.pid()));
        });
    }

    private long pid(String name) {
        return ServerProcess.running(run, name).orElseThrow().pid();
    }

    private static boolean setFiles(long pid, String soft) {
        if (ServerProcess.onPath("prlimit").isEmpty()) {
            return false;
        }
        try {
            // the hard limit stays, so that the soft one can be raised again by anybody
            return new ProcessBuilder(List.of("prlimit", "--pid", Long.toString(pid), "--nofile=" + soft + ":"))
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long open(long pid) {
        try (Stream<Path> files = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hardLimit(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "limits")).stream()
                    .filter(line -> line.startsWith("Max open files"))
                    .map(line -> line.split("\\s+")[4])
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
