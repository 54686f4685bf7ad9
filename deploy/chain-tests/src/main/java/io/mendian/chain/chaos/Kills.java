package io.mendian.chain.chaos;

import io.mendian.supervisor.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Level L3: kills at every named point that the parts were seen to reach, and at random moments. The points are not listed
 * anywhere: whatever a part reaches it writes down, and the point that was killed at least comes next.
 */
final class Kills {

    private static final int PEOPLE = 15;
    private static final int AT_ONCE = 3;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    /** How long events, timers and relays are waited for when all customers have gone. */
    private static final Duration QUIET_WAIT = Duration.ofSeconds(4);

    private static final List<Part> KILLABLE =
            Arrays.stream(Part.values()).filter(part -> part != Part.SIMULATORS).toList();

    private final Arena arena;
    private final Path reached;
    private final Rotation rotation;

    /** {@code reached}: the file into which the parts write the points they reach. */
    Kills(Arena arena, Path reached, Rotation rotation) {
        this.arena = arena;
        this.reached = reached;
        this.rotation = rotation;
    }

    /** A round of everything that customers do, without faults; gives how many points it reached. */
    int look() {
        arena.load(PEOPLE * 2);
        arena.judge("L3 a round without faults, to see which points are reached");
        return readPoints();
    }

    private int readPoints() {
        try {
            for (String line :
                    Files.readAllLines(reached).stream().distinct().sorted().toList()) {
                rotation.add(line);
            }
            return rotation.size();
        } catch (IOException e) {
            throw new UncheckedIOException("No point was reached: " + reached, e);
        }
    }

    /**
     * Kills several parts together, starts each to die at a point of its own, and starts them again; judges after every
     * second such round, so that one recovery runs into the next kill.
     */
    void atPoints(int rounds) {
        for (int round = 1; round <= rounds; round++) {
            Map<Part, String> points = next();
            points.keySet().forEach(arena::kill);
            arena.upUntil(String.join(",", points.values().stream().distinct().toList()));
            arena.load(PEOPLE);
            awaitDeaths(points.keySet().stream().toList());
            points.forEach((part, point) -> {
                boolean died = !arena.chain.runs(part);
                rotation.tried(part.title() + " " + point, died);
                if (died) {
                    arena.killed();
                } else {
                    // it still carries its point: killed now it is as good as any moment
                    arena.kill(part);
                }
                arena.note((died ? "killed " : "not reached: ") + part.title() + " at " + point);
            });
            arena.up();
            if (round % 2 == 0 || round == rounds) {
                arena.judge("L3 "
                        + points.entrySet().stream()
                                .map(entry -> entry.getKey().title().replace("-service", "") + " " + entry.getValue())
                                .collect(Collectors.joining(", ")));
                int ignored = readPoints();
            }
        }
    }

    /** For each of several parts the point that was killed at least. */
    private Map<Part, String> next() {
        Map<Part, String> points = new EnumMap<>(Part.class);
        for (String line : rotation.inTurn(arena.random)) {
            String[] words = line.split(" ", 2);
            KILLABLE.stream()
                    .filter(part -> part.title().equals(words[0]))
                    .findFirst()
                    .ifPresent(part -> points.putIfAbsent(part, words[1]));
            if (points.size() == AT_ONCE) {
                break;
            }
        }
        return points;
    }

    private void awaitDeaths(List<Part> parts) {
        try {
            Awaitility.await()
                    .atMost(LONGEST_WAIT)
                    .until(() -> parts.stream().noneMatch(arena.chain::runs)
                            || arena.customers().idle());
            Awaitility.await().atMost(QUIET_WAIT).until(() -> parts.stream().noneMatch(arena.chain::runs));
        } catch (ConditionTimeoutException notAll) {
            arena.note("not every point was reached");
        }
    }

    /** One to three random parts together at a random moment of the load. */
    void atRandom(int count) {
        for (int i = 1; i <= count; i++) {
            int millis = arena.random.nextInt(1500);
            int together = 1 + arena.random.nextInt(AT_ONCE);
            List<Part> parts = new ArrayList<>();
            for (int k = 0; k < together; k++) {
                parts.add(KILLABLE.get(arena.random.nextInt(KILLABLE.size())));
            }
            arena.load(PEOPLE);
            Pause.millis(millis);
            parts.forEach(arena::kill);
            String names = parts.stream().map(Part::title).distinct().collect(Collectors.joining(", "));
            arena.note("killed " + names + " after " + millis + " ms");
            arena.up();
            if (i % 2 == 0 || i == count) {
                arena.judge("L3 at a random moment: " + names);
            }
        }
    }
}
