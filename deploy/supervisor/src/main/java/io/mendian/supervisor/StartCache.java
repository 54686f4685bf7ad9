package io.mendian.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;

/**
 * The JVM's ahead-of-time cache of one part: the first run records it and writes it while it ends, every later run starts from it.
 * It belongs to one build, one JDK and one set of flags; when any of these changes, the next run records anew.
 */
final class StartCache {

    private final Path cache;
    private final Path recording;
    private final Path belongsTo;
    private final String wanted;

    StartCache(Path folder, AppFiles app, List<String> flags) {
        this.cache = folder.resolve("start.aot");
        this.recording = folder.resolve("start.aot.recording");
        this.belongsTo = folder.resolve("start.aot.for");
        this.wanted = app.content() + " " + Runtime.version() + " "
                + HexFormat.of().toHexDigits(String.join(" ", flags).hashCode());
    }

    /** The flag that uses the cache, or the one that records it. Whatever an interrupted recording left behind is thrown away. */
    String flag() {
        try {
            Files.deleteIfExists(recording);
            if (Files.exists(cache)
                    && Files.exists(belongsTo)
                    && Files.readString(belongsTo).equals(wanted)) {
                return "-XX:AOTCache=" + cache;
            }
            Files.deleteIfExists(cache);
            Files.writeString(belongsTo, wanted);
            return "-XX:AOTCacheOutput=" + recording;
        } catch (IOException e) {
            throw new CommandFailure("Cannot write into " + cache.getParent() + ": " + e.getMessage(), e);
        }
    }

    /** Takes a recording into use, after the run that made it has ended by itself. */
    static void keepRecording(Path folder) {
        Path recording = folder.resolve("start.aot.recording");
        try {
            if (Files.exists(recording)) {
                Files.move(
                        recording,
                        folder.resolve("start.aot"),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw new CommandFailure("Cannot keep the start cache " + recording + ": " + e.getMessage(), e);
        }
    }
}
