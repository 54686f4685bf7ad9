package io.mendian.supervisor;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** What is known of a started part beside its pid. {@code settings}: a fingerprint of flags and environment; {@code recording}: writes a start cache at its end. */
record RunRecord(int port, long startMillis, String settings, boolean recording) {

    static void write(Path run, String name, RunRecord entry) {
        Properties properties = new Properties();
        properties.setProperty("port", Integer.toString(entry.port));
        properties.setProperty("startMillis", Long.toString(entry.startMillis));
        properties.setProperty("settings", entry.settings);
        properties.setProperty("recording", Boolean.toString(entry.recording));
        try (Writer out = Files.newBufferedWriter(run.resolve(name + ".part"))) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new CommandFailure("Cannot write into " + run + ": " + e.getMessage(), e);
        }
    }

    static Optional<RunRecord> read(Path run, String name) {
        Path file = run.resolve(name + ".part");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return Optional.of(new RunRecord(
                    Integer.parseInt(properties.getProperty("port")),
                    Long.parseLong(properties.getProperty("startMillis")),
                    properties.getProperty("settings", ""),
                    Boolean.parseBoolean(properties.getProperty("recording"))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
