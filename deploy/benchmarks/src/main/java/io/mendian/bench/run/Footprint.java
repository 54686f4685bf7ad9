package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.probe.Anchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** B14: what the whole platform takes of memory after the run's work, and how long it took to start. */
final class Footprint implements Benchmark {

    @Override
    public String id() {
        return "B14";
    }

    @Override
    public String title() {
        return "Start and memory of the whole platform";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) {
        Outcome outcome = new Outcome(id(), title());
        outcome.figure("cold start, no start caches", bed.startSeconds(), "s", "database, broker and cache included");
        double[] sum = new double[1];
        bed.pids().forEach((name, pid) -> {
            double megabytes = proportionalMb(pid);
            sum[0] += megabytes;
            if (name.endsWith("-service")) {
                outcome.atMost("memory of " + name, megabytes, "MB", 230, "after the run");
            } else {
                outcome.figure("memory of " + name, megabytes, "MB", "after the run");
            }
        });
        return outcome.atMost("memory of everything", sum[0], "MB", 3_000, "shared pages counted once");
    }

    private static double proportionalMb(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024.0;
        } catch (IOException e) {
            return 0;
        }
    }
}
