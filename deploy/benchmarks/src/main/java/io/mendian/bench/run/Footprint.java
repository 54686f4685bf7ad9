package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Restart;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.ProcessMemory;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.Anchors;
import java.util.List;
import java.util.Map;

/** B14: what the whole platform takes of memory after the run's work, and how long it takes to start beside plain {@code java -jar}. */
final class Footprint implements Benchmark {

    /** One: a start by {@code java -jar} takes a minute, and the two differ by far more than from one time to the next. */
    private static final int STARTS = 1;

    private static final int CALLERS = 8;
    private static final int SALES = 1_000;

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
        double sum = memory(bed, outcome, "", "after the run, without start caches");
        outcome.atMost("memory of everything", sum, "MB", 3_000, "shared pages counted once");
        if (!plan.brief()) {
            starts(bed, outcome);
            double fromCaches = sellThenMeasure(bed, outcome);
            outcome.figure("memory of everything, from start caches", fromCaches, "MB", "shared pages counted once");
        }
        return outcome;
    }

    /** The parts of {@link #starts} run from start caches, as they do in every shop from the second start on. */
    private static double sellThenMeasure(Bed bed, Outcome outcome) {
        Town town = Town.of(bed);
        String sale = sale(town);
        Wire[] wires = new Wire[CALLERS];
        for (int i = 0; i < CALLERS; i++) {
            wires[i] = new Wire(bed.gatewayPort(), town.clerk().token());
        }
        Load.Result sold = Load.times(
                CALLERS,
                SALES,
                (lane, turn) ->
                        wires[lane].post("/store/v1/sales", sale, "b14-" + turn).status() == 201);
        for (Wire wire : wires) {
            wire.close();
        }
        outcome.expect(sold.failed() == 0, "a sale: " + sold.firstFailure());
        return memory(bed, outcome, ", from start caches", "after " + SALES + " sales");
    }

    /** Each process's share of the memory; what is its own can only be given back by itself, the rest is read from files. */
    private static double memory(Bed bed, Outcome outcome, String how, String when) {
        double sum = 0;
        for (Map.Entry<String, Long> one : bed.pids().entrySet()) {
            ProcessMemory process = new ProcessMemory(one.getValue());
            double megabytes = process.proportional();
            String name = "memory of " + one.getKey() + how;
            String note = when + "; " + Math.round(process.own()) + " MB its own";
            sum += megabytes;
            if (one.getKey().endsWith("-service")) {
                outcome.atMost(name, megabytes, "MB", 230, note);
            } else {
                outcome.figure(name, megabytes, "MB", note);
            }
        }
        return sum;
    }

    private static String sale(Town town) {
        return Api.json(with(
                "lines",
                List.of(with("skuId", town.goods(1).getFirst(), "quantity", 1)),
                "cash",
                with("receivedMinor", 1_000)));
    }

    /** The parts over running servers: plainly, and as {@code deploy/up} starts them from the second time on. */
    private static void starts(Bed bed, Outcome outcome) throws Exception {
        Town town = Town.of(bed);
        String sale = sale(town);
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
}
