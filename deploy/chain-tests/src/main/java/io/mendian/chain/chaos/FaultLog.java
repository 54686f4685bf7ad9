package io.mendian.chain.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was done and what was found, with its time, for whoever asks afterwards. */
record FaultLog(Path file) {

    /** On the screen too. */
    void say(String format, Object... what) {
        String line = String.format(Locale.ROOT, format, what);
        System.out.println(line);
        note(line);
    }

    void note(String line) {
        try {
            Files.writeString(
                    file, Instant.now() + " " + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the logs of all programs beside this one. */
    void keep(Path run, String name) {
        Path kept = file.resolveSibling(name);
        try (Stream<Path> all = Files.list(run)) {
            List<Path> logs = all.filter(one -> one.toString().endsWith(".log")).toList();
            Files.createDirectories(kept);
            for (Path log : logs) {
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
