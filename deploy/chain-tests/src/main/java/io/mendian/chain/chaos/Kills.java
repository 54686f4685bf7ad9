package io.mendian.chain.chaos;

import io.mendian.supervisor.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Level L3: kills in waves, while customers keep coming. A wave kills most parts together at a random moment and starts them
 * again, four of them each to die at a point of its own; servers are killed while those are waited for. The points are not listed
 * anywhere: whatever a part reaches it writes down, and the point that was killed at least comes next.
 */
final class Kills {

    private static final int PEOPLE = 14;
    private static final int ARMED = 4;

    /** Of three parts that have no point this many die all the same, at whatever moment it is. */
    private static final int OTHERS_OF_THREE = 2;

    private static final int LONGEST_PEACE_MILLIS = 1_500;

    /** Points are waited for so long, and on a slow machine half as long as the starts took. */
    private static final Duration LEAST_WAIT = Duration.ofSeconds(6);

    private static final String DATABASE = "mariadb";
    private static final String BROKER = "kafka";
    private static final String CACHE = "redis";

    private static final List<Part> KILLABLE =
            Arrays.stream(Part.values()).filter(part -> part != Part.SIMULATORS).toList();

    private final Arena arena;
    private final Path reached;
    private final Rotation rotation;

    /** Parts that live and carry a point: they may die at any time. */
    private final Set<Part> carrying = EnumSet.noneOf(Part.class);

    /** {@code reached}: the file into which the parts write the points they reach. */
    Kills(Arena arena, Path reached, Rotation rotation) {
        this.arena = arena;
        this.reached = reached;
        this.rotation = rotation;
    }

    /** A round of everything that customers do, without faults; gives how many points it reached. */
    int look() {
        arena.load(2 * PEOPLE);
        arena.judge("L3 a round without faults, to see which points are reached");
        return learn();
    }

    /** So many waves, the recovery of one running into the next; then everything is left whole, and judged. */
    void piece(int waves) {
        arena.crowd(PEOPLE);
        Map<Part, String> points = Map.of();
        for (int wave = 0; wave < waves; wave++) {
            points = next();
            wave(points);
        }
        // they would die while all is judged: killed now it is as good as any moment
        carrying.forEach(arena::kill);
        carrying.clear();
        arena.up();
        arena.judge("L3 " + waves + " waves, the last at " + shortly(points));
        int ignored = learn();
    }

    private void wave(Map<Part, String> points) {
        int linesBefore = lines().size();
        Pause.millis(arena.random.nextInt(LONGEST_PEACE_MILLIS));
        List<Part> victims = victims(points.keySet());
        arena.note("killed together: " + victims);
        victims.forEach(arena::kill);
        carrying.clear();
        Instant starts = Instant.now();
        arena.upArmed(points);
        Duration took = Duration.between(starts, Instant.now());
        arena.somebodyComesToClass();
        arena.crowd(PEOPLE);
        points.values().forEach(arena::toReach);
        servers();
        awaitDeaths(points.keySet(), took.dividedBy(2));
        List<String> lines = lines();
        List<String> since = lines.subList(linesBefore, lines.size());
        points.forEach((part, point) -> told(part, point, since));
    }

    /** Those that get a point or carry one, and some others, in an order of this seed. */
    private List<Part> victims(Set<Part> armed) {
        List<Part> victims = new ArrayList<>(armed);
        for (Part part : KILLABLE) {
            if (carrying.contains(part) && !armed.contains(part)) {
                victims.add(part);
            } else if (!armed.contains(part) && arena.random.nextInt(3) < OTHERS_OF_THREE) {
                victims.add(part);
            }
        }
        Collections.shuffle(victims, arena.random);
        return victims;
    }

    private void servers() {
        List<String> servers = new ArrayList<>(List.of(CACHE, CACHE, CACHE, DATABASE));
        if (arena.random.nextInt(3) == 0) {
            servers.add(BROKER);
        }
        Collections.shuffle(servers, arena.random);
        for (String server : servers) {
            Pause.millis(arena.random.nextInt(LONGEST_PEACE_MILLIS));
            arena.note("killed: " + server);
            arena.restartServer(server);
        }
    }

    /** What came of a part that was started to die at a point. It wrote the point down before it died there. */
    private void told(Part part, String point, List<String> since) {
        boolean dead = !arena.chain.runs(part);
        boolean reachedIt = since.contains(name(part, point));
        rotation.tried(name(part, point), dead && reachedIt);
        if (dead && reachedIt) {
            arena.diedAtPoint(part);
        } else if (dead) {
            arena.say("L3 %s ended by itself, not at %s: see its log", part.title(), point);
        }
        if (!dead) {
            carrying.add(part);
        }
        arena.note((dead ? "died: " : "not reached: ") + part.title() + " at " + point);
    }

    private static String name(Part part, String point) {
        // without how often it has to be reached
        String[] words = point.split(":");
        return part.title() + " " + words[0] + ":" + words[1];
    }

    /** For each of several parts the point that was killed at least; one that was killed at before, some visits later. */
    private Map<Part, String> next() {
        Map<Part, String> points = new EnumMap<>(Part.class);
        for (String line : rotation.inTurn(arena.random)) {
            String[] words = line.split(" ", 2);
            String often = rotation.done(line) == 0 ? "" : ":" + (1 + arena.random.nextInt(3));
            KILLABLE.stream()
                    .filter(part -> part.title().equals(words[0]))
                    .findFirst()
                    .ifPresent(part -> points.putIfAbsent(part, words[1] + often));
            if (points.size() == ARMED) {
                break;
            }
        }
        return points;
    }

    private void awaitDeaths(Collection<Part> parts, Duration atLeast) {
        try {
            Awaitility.await()
                    .atMost(atLeast.compareTo(LEAST_WAIT) > 0 ? atLeast : LEAST_WAIT)
                    .until(() -> parts.stream().noneMatch(arena.chain::runs));
        } catch (ConditionTimeoutException notAll) {
            // who is left is killed with the next wave
        }
    }

    /** Takes the points that were reached into the rotation. */
    private int learn() {
        new TreeSet<>(lines()).forEach(rotation::add);
        return rotation.size();
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(reached);
        } catch (IOException e) {
            throw new UncheckedIOException("No point was reached: " + reached, e);
        }
    }

    private static String shortly(Map<Part, String> points) {
        return points.entrySet().stream()
                .map(entry -> entry.getKey().title().replace("-service", "") + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
