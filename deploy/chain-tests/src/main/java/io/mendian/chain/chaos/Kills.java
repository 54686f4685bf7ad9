package io.mendian.chain.chaos;

import io.mendian.supervisor.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Level L3: kills at every named point that the parts were seen to reach, and at random moments. The points are not listed
 * anywhere: a first round of everything that customers do writes them down.
 */
final class Kills {

    private static final int PEOPLE = 9;
    private static final Duration REACHED_WITHIN = Duration.ofSeconds(25);
    private static final List<Part> KILLABLE =
            Arrays.stream(Part.values()).filter(part -> part != Part.SIMULATORS).toList();

    private final Arena arena;
    private final Path reached;

    /** {@code reached}: the file into which the parts write the points they reach. */
    Kills(Arena arena, Path reached) {
        this.arena = arena;
        this.reached = reached;
    }

    /** A point of a part. */
    record Point(Part part, String name) {}

    /** What is reached while customers do everything there is to do, in an order of this seed. */
    List<Point> points() {
        arena.load(PEOPLE * 2);
        arena.judge("L3 a round without faults, to see which points are reached");
        try {
            List<Point> points = new ArrayList<>();
            for (String line :
                    Files.readAllLines(reached).stream().distinct().sorted().toList()) {
                String[] words = line.split(" ", 2);
                Arrays.stream(Part.values())
                        .filter(part -> part.title().equals(words[0]))
                        .forEach(part -> points.add(new Point(part, words[1])));
            }
            Collections.shuffle(points, arena.random);
            return points;
        } catch (IOException e) {
            throw new UncheckedIOException("No point was reached: " + reached, e);
        }
    }

    /** Kills at each of these points once; judges after every few, so that one recovery runs into the next kill. */
    int atPoints(List<Point> points, int judgedAfter) {
        int missed = 0;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            arena.kill(point.part());
            arena.upUntil(point.name());
            arena.load(PEOPLE);
            if (dies(point)) {
                arena.note("killed " + point.part().title() + " at " + point.name());
            } else {
                missed++;
                arena.say(
                        "L3 %s was not reached by %s this time",
                        point.name(), point.part().title());
                arena.kill(point.part());
            }
            if (i % judgedAfter == judgedAfter - 1 || i == points.size() - 1) {
                arena.chain.up();
                arena.judge(
                        "L3 named points up to " + (i + 1) + " (" + point.part().title() + " " + point.name() + ")");
            }
        }
        return missed;
    }

    private boolean dies(Point point) {
        try {
            Awaitility.await().atMost(REACHED_WITHIN).until(() -> !arena.chain.runs(point.part()));
            arena.killed();
            return true;
        } catch (ConditionTimeoutException e) {
            return false;
        }
    }

    /** A random part at a random moment of the load. */
    void atRandom(int count, int judgedAfter) {
        for (int i = 0; i < count; i++) {
            Part part = KILLABLE.get(arena.random.nextInt(KILLABLE.size()));
            int millis = arena.random.nextInt(1500);
            arena.load(PEOPLE);
            Pause.millis(millis);
            arena.kill(part);
            arena.note("killed " + part.title() + " after " + millis + " ms");
            arena.chain.up();
            if (i % judgedAfter == judgedAfter - 1 || i == count - 1) {
                arena.judge("L3 random kills up to " + (i + 1) + " (" + part.title() + ")");
            }
        }
    }
}
