package io.mendian.supervisor.replay;

import io.mendian.supervisor.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run has finished, one line per batch, written after the platform's answer. It only saves work: a batch
 * that was taken over but not noted is sent again and changes nothing. A line that a kill cut short is ignored.
 */
final class Checkpoint {

    private final Path file;
    private final Map<String, String> members = new TreeMap<>();
    private final Map<String, Integer> batches = new HashMap<>();
    private @Nullable String store;

    private Checkpoint(Path file) {
        this.file = file;
    }

    static Checkpoint open(Path folder, String source, String fingerprint) {
        Checkpoint checkpoint = new Checkpoint(folder.resolve(source + "-" + fingerprint + ".checkpoint"));
        checkpoint.load();
        return checkpoint;
    }

    private void load() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!Files.exists(file)) {
                return;
            }
            String text = Files.readString(file);
            text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(this::read);
            Files.writeString(file, text.substring(0, text.lastIndexOf('\n') + 1));
        } catch (IOException e) {
            throw new CommandFailure("Cannot use the checkpoint " + file + ": " + e.getMessage(), e);
        }
    }

    private void read(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "store" -> store = words[1];
            case "member" -> members.put(words[1], words[2]);
            case "batch" -> batches.put(words[1], Integer.valueOf(words[2]));
            default -> throw new CommandFailure("Not a checkpoint of a replay: " + file);
        }
    }

    /** Forgets everything, for a chain that was set up anew. */
    synchronized void clear() {
        store = null;
        members.clear();
        batches.clear();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandFailure("Cannot delete the checkpoint " + file, e);
        }
    }

    @Nullable
    String store() {
        return store;
    }

    synchronized void storeIs(String id) {
        store = id;
        write(List.of("store " + id));
    }

    synchronized boolean has(String batch) {
        return batches.containsKey(batch);
    }

    /** How many sales the noted batches hold. */
    synchronized int sales() {
        return batches.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized void done(String batch, int sales) {
        batches.put(batch, sales);
        write(List.of("batch " + batch + " " + sales));
    }

    /** The key of every member that was taken over, by his number at the old till. */
    synchronized Map<String, String> members() {
        return Map.copyOf(members);
    }

    synchronized void took(Map<String, String> more) {
        members.putAll(more);
        write(more.entrySet().stream()
                .map(entry -> "member " + entry.getKey() + " " + entry.getValue())
                .toList());
    }

    private void write(List<String> lines) {
        try {
            Files.writeString(
                    file,
                    String.join("\n", lines) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new CommandFailure("Cannot write the checkpoint " + file + ": " + e.getMessage(), e);
        }
    }
}
