package io.mendian.chain.chaos;

import io.mendian.chain.ChainUnderTest;
import io.mendian.chain.History;
import io.mendian.chain.fault.Wires;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/chaos}. */
@Command(
        name = "chaos",
        customSynopsis = "deploy/chaos [--short | --long] [options]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts a chain of its own (free ports, a data folder that is deleted afterwards), lets customers buy, and kills and disturbs"
                    + " it. After each trial every process must be final within 60 s (liveness), and every answered order must be there once,"
                    + " every piece and every invariant right (safety). Exit code 1 when one is not.",
            "L3: kills at every named point that the parts reach, and at random moments. L4: servers killed, paused, emptied; wires between"
                    + " all parts slowed, cut, silenced; events delivered again. L5: every journey while one dependency is down."
        })
public final class ChaosCommand implements Callable<Integer> {

    @Option(
            names = "--short",
            description = "About ten minutes on two cores: a sample of the points, every fault once (default).")
    boolean brief;

    @Option(
            names = "--long",
            description = "Every point and every fault over and over until --kills is reached; hours.")
    boolean extended;

    @Option(names = "--kills", paramLabel = "N", description = "With --long: how many kills at least (default: 1000).")
    int kills = 1000;

    @Option(names = "--level", paramLabel = "L3|L4|L5", split = ",", description = "Only these levels (default: all).")
    List<String> levels = List.of("L3", "L4", "L5");

    @Option(names = "--seed", paramLabel = "N", description = "Repeats the choices and orders of an earlier run.")
    @Nullable
    Long seed;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where fault log, history and the logs of violations go (default: .mendian/chaos/SEED).")
    @Nullable
    Path out;

    @Option(names = "--project", hidden = true, defaultValue = "${env:MENDIAN_PROJECT:-.}")
    Path project = Path.of(".");

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.exit(
                new CommandLine(new ChaosCommand()).setUsageHelpAutoWidth(true).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        long chosen = seed == null ? Instant.now().toEpochMilli() : seed;
        Path folder = out == null ? project.resolve(".mendian/chaos/" + chosen) : out;
        Files.createDirectories(folder);
        Path reached = folder.resolve("points.txt").toAbsolutePath();
        Wires wires = new Wires();
        System.out.println("deploy/chaos --seed " + chosen + " " + (extended ? "--long" : "--short") + " --level "
                + String.join(",", levels) + ", records in " + folder);
        ChainUnderTest chain = ChainUnderTest.start(project, wires, Map.of("CRASH_POINTS", reached.toString()));
        History.writeTo(folder.resolve("history.jsonl"));
        Arena arena = new Arena(chain, wires, new Random(chosen), folder.resolve("faults.log"));
        int wrong = run(arena, reached, folder);
        arena.say(
                "seed %d: %s %d requests, %,d bytes over the wires.",
                chosen, arena.summary(), History.tries(), wires.carried());
        return arena.passed() && wrong == 0 ? 0 : 1;
    }

    private int run(Arena arena, Path reached, Path folder) throws IOException {
        Set<String> wanted = new TreeSet<>(
                levels.stream().map(level -> level.toUpperCase(Locale.ROOT)).toList());
        if (wanted.contains("L3")) {
            kills(arena, reached);
        }
        if (wanted.contains("L4")) {
            new Infrastructure(arena).run(extended ? 3 : 1);
        }
        if (wanted.contains("L5")) {
            Matrix matrix = new Matrix(arena);
            matrix.run();
            Files.writeString(folder.resolve("matrix.md"), matrix.table());
            System.out.println(matrix.table());
            return matrix.wrong();
        }
        return 0;
    }

    private void kills(Arena arena, Path reached) {
        Kills level = new Kills(arena, reached);
        List<Kills.Point> points = level.points();
        arena.say(
                "L3 %d points of %d parts are reached",
                points.size(), points.stream().map(Kills.Point::part).distinct().count());
        if (!extended) {
            int missed = level.atPoints(points.subList(0, Math.min(24, points.size())), 4);
            level.atRandom(6, 2);
            arena.say("L3 %d points were not reached in their trial", missed);
            return;
        }
        while (arena.kills() < kills) {
            int missed = level.atPoints(points, 5);
            level.atRandom(30, 3);
            arena.say("L3 %d kills so far, %d points not reached in this round", arena.kills(), missed);
        }
    }
}
