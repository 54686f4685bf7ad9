package io.mendian.chain.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** One line per run, so that a long run can be done in pieces and still be counted as one: per commit, in a file. */
final class Tally {

    private static final String HEAD =
            "at\tcommit\tseed\toptions\ttrials\tkills\tviolations\tlate\tslowestMillis\trequests\tseconds\n";

    private final Path file;
    private final String commit;

    Tally(Path file, String commit) {
        this.file = file;
        this.commit = commit;
    }

    void add(long seed, String options, Arena.Figures run, long requests, Duration took) {
        String line = String.join(
                        "\t",
                        Instant.now().toString(),
                        commit,
                        Long.toString(seed),
                        options,
                        Integer.toString(run.trials()),
                        Integer.toString(run.kills()),
                        Integer.toString(run.violations()),
                        Integer.toString(run.late()),
                        Long.toString(run.slowestMillis()),
                        Long.toString(requests),
                        Long.toString(took.toSeconds()))
                + "\n";
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

    /** All runs of this commit together. */
    String sum() {
        long[] sums = new long[11];
        int runs = 0;
        for (String line : lines()) {
            String[] words = line.split("\t");
            if (words.length == sums.length && words[1].equals(commit)) {
                runs++;
                for (int i = 4; i < sums.length; i++) {
                    sums[i] += Long.parseLong(words[i]);
                }
            }
        }
        double minutes = Math.max(1, sums[10]) / 60.0;
        return String.format(
                Locale.ROOT,
                "commit %s, %d runs: %d trials, %d kills (%.1f a minute), %d requests, %d violations of safety, %d late; 95 %%: below 1 in %d",
                commit,
                runs,
                sums[4],
                sums[5],
                sums[5] / minutes,
                sums[9],
                sums[6],
                sums[7],
                Math.max(1, sums[5] / 3));
    }

    /** How many kills all runs of this commit had together. */
    long kills() {
        return lines().stream()
                .map(line -> line.split("\t"))
                .filter(words -> words.length == 11 && words[1].equals(commit))
                .mapToLong(words -> Long.parseLong(words[5]))
                .sum();
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
