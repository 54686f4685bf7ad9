package io.mendian.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Sizes from /proc, in KiB. */
final class Memory {

    private Memory() {}

    /** What a process holds in memory, pages shared with others counted fully. */
    static OptionalLong residentKb(long pid) {
        return field(Path.of("/proc/" + pid + "/status"), "VmRSS:");
    }

    /** The same with shared pages divided by the number of sharers: only these sizes may be added up. */
    static OptionalLong proportionalKb(long pid) {
        return field(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
    }

    /** What programs can still get without swapping. */
    static OptionalLong availableKb() {
        return field(Path.of("/proc/meminfo"), "MemAvailable:");
    }

    private static OptionalLong field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst();
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }
}
