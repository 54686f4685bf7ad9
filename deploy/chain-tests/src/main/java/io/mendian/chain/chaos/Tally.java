package io.mendian.chain.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line per piece of a run, appended as soon as the piece was judged, so that a long run can be done in parts, in
 * several processes at once, or be cut short, and is counted as one: per commit, in a file.
 */
final class Tally {

    private static final int COLUMNS = 13;
    private static final String HEAD = "from\tto\tcommit\tseed\toptions\ttrials\tkills\tatPoints\tviolations\tlate"
            + "\tslowestMillis\trequests\tcpuSeconds\n";

    private final Path file;
    private final String commit;
    private Figures before = Figures.NONE;
    private long requestsBefore;
    private long cpuBefore;
    private Instant since = Instant.now();

    Tally(Path file, String commit) {
        this.file = file;
        this.commit = commit;
    }

    /** What came since the last line. */
    void add(long seed, String options, Figures run, long requests) {
        Instant now = Instant.now();
        long cpu = CpuTime.seconds();
        String line = String.join(
                        "\t",
                        since.toString(),
                        now.toString(),
                        commit,
                        Long.toString(seed),
                        options,
                        Integer.toString(run.trials() - before.trials()),
                        Integer.toString(run.kills() - before.kills()),
                        Integer.toString(run.atPoints() - before.atPoints()),
                        Integer.toString(run.violations() - before.violations()),
                        Integer.toString(run.late() - before.late()),
                        Long.toString(run.slowestMillis()),
                        Long.toString(requests - requestsBefore),
                        Long.toString(cpu - cpuBefore))
                + "\n";
        before = run;
        requestsBefore = requests;
        cpuBefore = cpu;
        since = now;
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    Files.exists(file) ? line : HEAD + line,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(
            Instant from,
            Instant to,
            String seed,
            int trials,
            int kills,
            int atPoints,
            int violations,
            int late,
            long slowestMillis,
            long requests,
            long cpuSeconds) {

        static @Nullable Line of(String text, String commit) {
            String[] words = text.split("\t");
            return words.length != COLUMNS || !words[2].equals(commit)
                    ? null
                    : new Line(
                            Instant.parse(words[0]),
                            Instant.parse(words[1]),
                            words[3],
                            Integer.parseInt(words[5]),
                            Integer.parseInt(words[6]),
                            Integer.parseInt(words[7]),
                            Integer.parseInt(words[8]),
                            Integer.parseInt(words[9]),
                            Long.parseLong(words[10]),
                            Long.parseLong(words[11]),
                            Long.parseLong(words[12]));
        }
    }

    /** All runs of this commit together. */
    String sum() {
        List<Line> lines = lines();
        int kills = lines.stream().mapToInt(Line::kills).sum();
        double minutes = Math.max(1, seconds(lines)) / 60.0;
        return String.format(
                Locale.ROOT,
                "commit %s, %d runs: %d trials, %d kills, %d of them at a point, in %.1f minutes (%.1f a minute, %.1f CPU s each),"
                        + " %d requests, %d violations of safety, %d late (slowest %.1f s); 95 %%: below 1 in %d",
                commit,
                lines.stream().map(Line::seed).distinct().count(),
                lines.stream().mapToInt(Line::trials).sum(),
                kills,
                lines.stream().mapToInt(Line::atPoints).sum(),
                minutes,
                kills / minutes,
                lines.stream().mapToLong(Line::cpuSeconds).sum() / (double) Math.max(1, kills),
                lines.stream().mapToLong(Line::requests).sum(),
                lines.stream().mapToInt(Line::violations).sum(),
                lines.stream().mapToInt(Line::late).sum(),
                lines.stream().mapToLong(Line::slowestMillis).max().orElse(0) / 1000.0,
                Math.max(1, kills / 3));
    }

    /** How long there was at least one run: what ran at the same time counts once. */
    private static long seconds(List<Line> lines) {
        long millis = 0;
        Instant covered = Instant.MIN;
        for (Line line : lines.stream().sorted(Comparator.comparing(Line::from)).toList()) {
            Instant from = line.from.isAfter(covered) ? line.from : covered;
            if (line.to.isAfter(from)) {
                millis += line.to.toEpochMilli() - from.toEpochMilli();
                covered = line.to;
            }
        }
        return millis / 1000;
    }

    /** How many kills all runs of this commit had together. */
    long kills() {
        return lines().stream().mapToLong(Line::kills).sum();
    }

    private List<Line> lines() {
        try {
            List<Line> lines = new ArrayList<>();
            for (String text : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
                Line line = Line.of(text, commit);
                if (line != null) {
                    lines.add(line);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
