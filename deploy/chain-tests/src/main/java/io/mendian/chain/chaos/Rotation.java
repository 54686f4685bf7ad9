package io.mendian.chain.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Which point comes next: the one that was tried least, over all runs of one commit. Kept in a file of three columns. */
final class Rotation {

    private record Count(int killed, int missed) {}

    private final Path file;
    private final Map<String, Count> counts = new TreeMap<>();

    Rotation(Path file) {
        this.file = file;
        try {
            for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                String[] words = line.split("\t");
                counts.put(words[2], new Count(Integer.parseInt(words[0]), Integer.parseInt(words[1])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A point that some part reached, such as {@code order-service order.place:held}. */
    void add(String point) {
        counts.putIfAbsent(point, new Count(0, 0));
    }

    int size() {
        return counts.size();
    }

    /** At how many different points a part was killed. */
    long killedAt() {
        return counts.values().stream().filter(count -> count.killed > 0).count();
    }

    /** Those tried least first, in an order of this seed; what was missed twice and never reached is left for the end. */
    List<String> inTurn(Random random) {
        List<String> points = new ArrayList<>(counts.keySet());
        Collections.shuffle(points, random);
        points.sort(Comparator.comparingInt(point -> {
            Count count = counts.getOrDefault(point, new Count(0, 0));
            return count.killed == 0 && count.missed > 1 ? Integer.MAX_VALUE : count.killed + count.missed;
        }));
        return points;
    }

    void tried(String point, boolean killed) {
        counts.merge(
                point,
                killed ? new Count(1, 0) : new Count(0, 1),
                (old, now) -> new Count(old.killed + now.killed, old.missed + now.missed));
        save();
    }

    private void save() {
        StringBuilder text = new StringBuilder();
        counts.forEach((point, count) -> text.append(count.killed)
                .append('\t')
                .append(count.missed)
                .append('\t')
                .append(point)
                .append('\n'));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
