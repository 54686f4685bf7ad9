package io.mendian.supervisor.replay;

import io.mendian.embedded.ProcessMark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The processor time that the chain's processes on this machine have used, by part; empty for a chain elsewhere. */
record ProcessorTime(Map<String, Duration> byPart) {

    static ProcessorTime now(Path run) {
        Map<String, Duration> parts = new TreeMap<>();
        if (Files.isDirectory(run)) {
            try (Stream<Path> files = Files.list(run)) {
                files.filter(file -> file.getFileName().toString().endsWith(".pid"))
                        .forEach(file -> used(file)
                                .ifPresent(time ->
                                        parts.put(file.getFileName().toString().replace(".pid", ""), time)));
            } catch (IOException e) {
                return new ProcessorTime(Map.of());
            }
        }
        return new ProcessorTime(parts);
    }

    ProcessorTime since(ProcessorTime before) {
        Map<String, Duration> used = new TreeMap<>();
        byPart.forEach((part, time) -> used.put(part, time.minus(before.byPart.getOrDefault(part, Duration.ZERO))));
        return new ProcessorTime(used);
    }

    Duration total() {
        return byPart.values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    private static Optional<Duration> used(Path pidFile) {
        try {
            return ProcessMark.parse(Files.readString(pidFile))
                    .filter(ProcessMark::isAlive)
                    .flatMap(mark -> ProcessHandle.of(mark.pid()))
                    .flatMap(handle -> handle.info().totalCpuDuration());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
