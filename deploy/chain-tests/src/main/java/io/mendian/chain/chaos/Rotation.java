package io.mendian.chain.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Which of many comes next: the one that was tried least, over all runs of one commit. Kept in a file to which every run appends
 * what it tried, so that several runs at once know of each other.
 */
final class Rotation {

    private static final String SEEN = "seen";
    private static final String DONE = "done";
    private static final String MISSED = "missed";

    private record Count(int done, int missed) {

        /** What was never done comes before what was done once; what is missed again and again has to wait as well. */
        int rank() {
            return 2 * (done + missed / 2) + (done == 0 ? 0 : 1);
        }
    }

    private final Path file;
    private final Map<String, Count> counts = new TreeMap<>();

    Rotation(Path file) {
        this.file = file;
        read();
    }

    private void read() {
        counts.clear();
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.split("\t");
                counts.merge(
                        words[1],
                        new Count(words[0].equals(DONE) ? 1 : 0, words[0].equals(MISSED) ? 1 : 0),
                        (old, now) -> new Count(old.done + now.done, old.missed + now.missed));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One more that can be chosen, such as the point {@code order-service order.place:held}. */
    void add(String name) {
        if (!counts.containsKey(name)) {
            write(SEEN, name);
        }
    }

    int size() {
        return counts.size();
    }

    /** How many different ones were done. */
    long done() {
        return counts.values().stream().filter(count -> count.done > 0).count();
    }

    /** How often this one was done. */
    int done(String name) {
        return counts.getOrDefault(name, new Count(0, 0)).done;
    }

    /** Those that were never done. */
    List<String> undone() {
        return counts.keySet().stream().filter(name -> done(name) == 0).toList();
    }

    /** Those tried least first, in an order of this seed. */
    List<String> inTurn(Random random) {
        read();
        List<String> names = new ArrayList<>(counts.keySet());
        Collections.shuffle(names, random);
        names.sort(Comparator.comparingInt(
                name -> counts.getOrDefault(name, new Count(0, 0)).rank()));
        return names;
    }

    void tried(String name, boolean done) {
        write(done ? DONE : MISSED, name);
    }

    private void write(String what, String name) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, what + "\t" + name + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        counts.merge(
                name,
                new Count(what.equals(DONE) ? 1 : 0, what.equals(MISSED) ? 1 : 0),
                (old, now) -> new Count(old.done + now.done, old.missed + now.missed));
    }
}
