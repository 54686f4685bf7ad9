package io.mendian.chain.chaos;

import io.mendian.chain.ChainSetting;
import io.mendian.chain.ChainUnderTest;
import io.mendian.chain.History;
import io.mendian.chain.fault.Wires;
import io.mendian.supervisor.VerifyCommand;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy/chaos}, levels 3 to 5. */
@Command(
        name = "chaos",
        customSynopsis = "deploy/chaos [--short | --long] [options]",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeOnExecutionException = 2,
        description = {
            "Starts a chain of its own (free ports, a data folder that is deleted afterwards), lets customers buy, and"
                    + " kills and disturbs it. After each trial everything must be final within 60 s (liveness), and every"
                    + " answered order must be there once, every piece and every invariant right (safety).",
            "L3: kills at every named point that the parts reach, and at random moments. L4: servers killed, paused,"
                    + " emptied, full; wires slowed, cut, silenced; clocks moved; events odd; two instances; two versions."
                    + " L5: every journey while one dependency is down.",
            "Exit code: 0 nothing found, 1 a violation or something later than 60 s, 2 the trials themselves could not"
                    + " be done."
        })
public final class ChaosCommand implements Callable<Integer> {

    /** After so many waves of kills everything is judged; in a long run after one more. */
    private static final int WAVES = 3;

    @Option(
            names = "--short",
            description = "At most ten minutes on two quiet cores: some of everything, and the whole matrix (default).")
    boolean brief;

    @Option(
            names = "--long",
            description =
                    "Kills until --kills are reached, counting earlier runs of this commit; every fault three times.")
    boolean extended;

    @Option(
            names = "--kills",
            paramLabel = "N",
            description =
                    "How many kills at least: in this run (20), or with --long in all runs of this commit (1000).")
    int kills = -1;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            description = "Begins no further kills after so many minutes; the next run goes on where this one ended.")
    int minutes = 24 * 60;

    @Option(
            names = "--level",
            paramLabel = "L3|L4|L5",
            split = ",",
            description = "Only these levels (default: all). 1 or L1: the simulation, which needs no chain.")
    List<String> levels = List.of("L3", "L4", "L5");

    @Option(
            names = "--faults",
            paramLabel = "REGEX",
            description = "L4: only faults in whose names this is found, such as F12 or 'broker'. F30 (restore) runs"
                    + " only when it is named.")
    String faults = "";

    @Option(names = "--seed", paramLabel = "N", description = "Repeats the choices and orders of an earlier run.")
    @Nullable
    Long seed;

    @Option(
            names = "--no-start-cache",
            description = "Starts every JVM without a start cache: slower, nothing is recorded.")
    boolean noStartCache;

    @Option(names = "--tally", description = "Only prints what all runs of this commit came to.")
    boolean onlyTally;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Where fault log, history and the logs of violations go (default: .mendian/chaos/SEED).")
    @Nullable
    Path out;

    @Mixin
    FaultOptions more = new FaultOptions();

    @Option(names = "--project", hidden = true, defaultValue = "${env:MENDIAN_PROJECT:-.}")
    Path project = Path.of(".");

    @Option(names = "--commit", hidden = true, defaultValue = "${env:MENDIAN_COMMIT:-unknown}")
    String commit = "unknown";

    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        CommandLine command = new CommandLine(new ChaosCommand()).setUsageHelpAutoWidth(true);
        int status = 2;
        try {
            status = command.execute(args);
        } catch (AssertionError | LinkageError e) {
            // the trials could not be done: 1 is for what they found
            e.printStackTrace(System.err);
        }
        System.exit(status);
    }

    @Override
    public Integer call() throws IOException {
        Path state = project.resolve(".mendian/chaos");
        Tally tally = new Tally(state.resolve("tally.tsv"), commit);
        if (onlyTally) {
            System.out.println(tally.sum());
            return 0;
        }
        long chosen = seed == null ? Instant.now().toEpochMilli() : seed;
        Path folder = (out == null ? state.resolve(Long.toString(chosen)) : out).toAbsolutePath();
        Files.createDirectories(folder);
        String options = options();
        String again = "deploy/chaos --seed " + chosen + " " + options;
        System.out.println(again + "   (commit " + commit + ", records in " + folder + ")");
        Instant began = Instant.now();
        Wires wires = new Wires();
        ChainUnderTest chain = ChainUnderTest.start(new ChainSetting(
                more.first(project),
                wires,
                more.variables(
                        Map.of("CRASH_POINTS", folder.resolve("points.txt").toString())),
                noStartCache || more.previous != null ? null : state.resolve("apps")));
        more.begin(chain);
        History.writeTo(folder.resolve("history.jsonl"));
        Arena arena = new Arena(chain, wires, new Random(chosen), new FaultLog(folder.resolve("faults.log")));
        Runnable piece = () -> tally.add(chosen, options, arena.figures(), History.tries());
        Laps laps = new Laps(arena, began);
        laps.end("the start");
        run(arena, folder, state, tally, piece, laps);
        verify(arena);
        laps.end("deploy/verify");
        if (!faults.isEmpty() && Pattern.compile(faults).matcher("F30 restore").find()) {
            new Restore(arena, project).run();
        }
        piece.run();
        arena.say(
                "%s%n%d requests, %,d bytes over the wires. All runs: %s",
                arena.summary(), History.tries(), wires.carried(), tally.sum());
        if (!arena.figures().passed()) {
            arena.say("Logs: %s. The same choices once more, on commit %s: %s", folder, commit, again);
        }
        return arena.figures().passed() ? 0 : 1;
    }

    private String options() {
        StringBuilder text = new StringBuilder(extended ? "--long" : "--short");
        text.append(" --level ").append(String.join(",", levels));
        if (kills >= 0) {
            text.append(" --kills ").append(kills);
        }
        if (!faults.isEmpty()) {
            text.append(" --faults '").append(faults).append('\'');
        }
        return text.append(more.text()).toString();
    }

    private void run(Arena arena, Path folder, Path state, Tally tally, Runnable piece, Laps laps) throws IOException {
        if (more.soak) {
            more.soak(arena, Pattern.compile(faults));
            return;
        }
        Set<String> wanted = new TreeSet<>();
        levels.forEach(level -> wanted.add(level.toUpperCase(Locale.ROOT).replaceFirst("^L?", "L")));
        if (wanted.contains("L3")) {
            Rotation points = new Rotation(state.resolve("points-" + commit + ".tsv"));
            kills(arena, new Kills(arena, folder.resolve("points.txt"), points), tally, piece);
            Path never = folder.resolve("never-killed-at.txt");
            Files.write(never, points.undone());
            arena.say(
                    "L3 %d kills in this run, of %d known points %d were killed at so far; the others stand in %s",
                    arena.figures().kills(), points.size(), points.done(), never);
            laps.end("L3");
        }
        if (wanted.contains("L4")) {
            Pattern only = Pattern.compile(faults);
            if (only.matcher("F24 F25 rolling upgrade").find()) {
                new Upgrade(arena, folder, more.previous).run(project);
                laps.end("L4 F24");
            }
            Rotation turn = new Rotation(state.resolve("faults-" + commit + ".tsv"));
            more.infrastructure(arena, only).run(extended ? 3 : 1, more.end(!extended && faults.isEmpty()), turn);
            laps.end("L4");
        }
        if (wanted.contains("L5")) {
            Matrix matrix = new Matrix(arena);
            matrix.run();
            Files.writeString(folder.resolve("matrix.md"), matrix.table());
            System.out.println(matrix.table());
            laps.end("L5");
        }
    }

    private void kills(Arena arena, Kills level, Tally tally, Runnable piece) {
        arena.say("L3 %d points are reached", level.look());
        Instant end = Instant.now().plus(Duration.ofMinutes(minutes));
        int wanted = kills >= 0 ? kills : extended ? 1000 : 20;
        while ((extended ? tally.kills() : arena.figures().kills()) < wanted
                && Instant.now().isBefore(end)) {
            level.piece(extended ? WAVES + 1 : WAVES);
            piece.run();
        }
    }

    /** At the end once everything that reads long: the topics from their beginning, and the provider's journal (I7, I19, I20). */
    private void verify(Arena arena) {
        int status = new CommandLine(new VerifyCommand())
                .execute(
                        "--project=" + project,
                        "--home=" + arena.chain.home(),
                        "--token=" + arena.customers().shop.hq.token());
        if (status != 0) {
            arena.say("VIOLATION (safety): deploy/verify does not balance");
            arena.violated();
        }
    }
}
