package io.mendian.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process holds in memory, from {@code /proc}, in MB. */
public final class ProcessMemory {

    private final Path process;

    public ProcessMemory(long pid) {
        this.process = Path.of("/proc/" + pid);
    }

    /** Pages shared with others are divided by the number of sharers, so that such figures may be added up; a start cache's pages count as soon as they are read. */
    public double proportional() {
        return field("smaps_rollup", "Pss:");
    }

    /** What stands in no file, such as heap and compiled code: the part that nobody can take away but the process itself. */
    public double own() {
        return field("smaps_rollup", "Pss_Anon:");
    }

    /** Pages shared with others count fully. */
    public double resident() {
        return field("status", "VmRSS:");
    }

    /** The most that was resident since the start, or since the last {@link #forgetPeak}. */
    public double peak() {
        return field("status", "VmHWM:");
    }

    public void forgetPeak() {
        try {
            Path ignored = Files.writeString(process.resolve("clear_refs"), "5");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double field(String file, String name) {
        try (var lines = Files.lines(process.resolve(file))) {
            return lines.filter(line -> line.startsWith(name))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024.0;
        } catch (IOException e) {
            return 0;
        }
    }
}
