package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Restart;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.probe.Anchors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** B14: what the whole platform takes of memory after the run's work, and how long it takes to start beside plain {@code java -jar}. */
final class Footprint implements Benchmark {

    private static final int STARTS = 2;

    @Override
    public String id() {
        return "B14";
    }

    @Override
    public String title() {
        return "Start and memory of the whole platform";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
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
        outcome.atMost("memory of everything", sum[0], "MB", 3_000, "shared pages counted once");
        if (!plan.brief()) {
            starts(bed, outcome);
        }
        return outcome;
    }

    /** The parts over running servers: plainly, and as {@code deploy/up} starts them from the second time on; twice in turn. */
    private static void starts(Bed bed, Outcome outcome) throws Exception {
        Town town = Town.of(bed);
        String sale = Api.json(with(
                "lines",
                List.of(with("skuId", town.goods(1).getFirst(), "quantity", 1)),
                "cash",
                with("receivedMinor", 1_000)));
        Restart restart = new Restart(bed);
        restart.recordStartCaches();
        Rounds rounds = Rounds.of(STARTS, round -> {
            Restart.Took plain = restart.plainly();
            Restart.Took usual = restart.asUsual(town.clerk().token(), sale);
            return new double[] {usual.healthy(), plain.healthy(), usual.firstCheckout()};
        });
        Statistics.Interval ratio = rounds.ratio(0, 1, 1);
        outcome.figure("start of all parts, java -jar", rounds.median(1), "s", "the same jars, the JVM's defaults")
                .figure("start of all parts, deploy/up", rounds.median(0), "s", "from start caches")
                .atMost("deploy/up ÷ java -jar", ratio.value(), "", 0.5, rounds.note(ratio))
                .atMost("first checkout answered", rounds.median(2), "s", 8, "after the servers were up");
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
