package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.ProcessMemory;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.Anchors;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** B13: members of another system taken over through the API, with mistakes and duplicates among them, beside rows as wide from a file, in bulk and one by one, and one member per request. */
final class MemberImport implements Benchmark {

    private static final int BATCH = 500;
    private static final int LANES = 4;

    @Override
    public String id() {
        return "B13";
    }

    @Override
    public String title() {
        return "Taking over members, with mistakes and duplicates";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        int[] sizes = plan.brief() ? new int[] {500, 1_000} : new int[] {5_000, 10_000, 20_000, 40_000};
        double[] seconds = new double[sizes.length];
        double[] counts = new double[sizes.length];
        ProcessMemory memory =
                new ProcessMemory(Objects.requireNonNull(bed.pids().get(Part.MEMBER.title())));
        memory.forgetPeak();
        double before = memory.resident();
        for (int i = 0; i < sizes.length; i++) {
            counts[i] = sizes[i];
            seconds[i] = take(bed, "b13-" + i, sizes[i], outcome);
        }
        double added = memory.peak() - before;
        double rate = counts[sizes.length - 1] / seconds[sizes.length - 1];
        PersonTable people = new PersonTable(bed);
        int rows = plan.brief() ? 5_000 : 100_000;
        double ignored = people.load(rows);
        double load = people.load(rows);
        double bulk = people.insert(rows, 1_000);
        double single = people.insert(plan.brief() ? 500 : 3_000, 1);
        double naive = oneByOne(bed, plan.brief() ? 100 : 1_000, outcome);
        Statistics.Interval b = Statistics.exponent(counts, seconds, plan.seed());
        return outcome.figure("members", rate, "/s", "encrypted phone and name, blind indexes, events")
                .figure("P-load", load, "/s", "LOAD DATA of rows as wide")
                .figure("bulk insert of rows as wide", bulk, "/s")
                .figure("single inserts", single, "/s")
                .figure("control: one member per request", naive, "/s", "the same API, " + LANES + " callers")
                .atLeast("÷ P-load", rate / load, "", 0.35, "")
                .figure("÷ bulk insert", rate / bulk, "")
                .figure("÷ one member per request", rate / naive, "")
                .atMost(
                        "memory it added to member-service at most",
                        added,
                        "MB",
                        256,
                        Math.round(before) + " MB before "
                                + (long) Arrays.stream(counts).sum() + " members came")
                .law("growth exponent", b, 1.03, "");
    }

    private static double oneByOne(Bed bed, int count, Outcome outcome) {
        String store = Town.of(bed).storeId();
        Wire[] wires = new Wire[LANES];
        for (int i = 0; i < LANES; i++) {
            wires[i] = new Wire(bed.gatewayPort(), bed.hq().token());
        }
        Load.Result result = Load.times(LANES, count, (lane, turn) -> {
            Wire.Answer answer = wires[lane].post(
                    "/hq/v1/members/import",
                    Api.json(batch("b13-single", store, (int) turn, (int) turn + 1)),
                    "b13-single-" + turn);
            if (answer.status() >= 300) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            return true;
        });
        for (Wire wire : wires) {
            wire.close();
        }
        outcome.expect(result.failed() == 0, "one member per request: " + result.firstFailure());
        return result.donePerSecond();
    }

    /** Every hundredth phone number is wrong, every fiftieth member comes twice. */
    private static double take(Bed bed, String source, int count, Outcome outcome)
            throws InterruptedException, ExecutionException {
        String store = Town.of(bed).storeId();
        Api hq = bed.hq();
        long begin = System.nanoTime();
        long refused = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(LANES)) {
            List<Future<Long>> batches = new ArrayList<>();
            for (int from = 0; from < count; from += BATCH) {
                List<Map<String, Object>> batch = batch(source, store, from, Math.min(count, from + BATCH));
                batches.add(threads.submit(() -> {
                    long bad = 0;
                    for (var one : hq.post("/hq/v1/members/import", batch)) {
                        bad += one.path("memberKey").asString("").isEmpty() ? 1 : 0;
                    }
                    return bad;
                }));
            }
            for (Future<Long> one : batches) {
                refused += one.get();
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;
        outcome.expect(refused == count / 100, "of " + count + " members " + refused + " were refused");
        return took;
    }

    private static List<Map<String, Object>> batch(String source, String store, int from, int to) {
        List<Map<String, Object>> batch = new ArrayList<>();
        int series = 100 + Math.floorMod(source.hashCode(), 800);
        for (int i = from; i < to; i++) {
            boolean twice = i % 50 == 49;
            boolean wrong = i % 100 == 50;
            batch.add(with(
                    "source",
                    source,
                    "externalRef",
                    "x" + (twice ? i - 1 : i),
                    "store",
                    store,
                    "phone",
                    wrong
                            ? "12345"
                            : "13" + String.format(java.util.Locale.ROOT, "%03d%06d", series, twice ? i - 1 : i),
                    "name",
                    "客户" + (twice ? i - 1 : i),
                    "joinedAt",
                    "2024-01-01T04:00:00Z"));
        }
        return batch;
    }
}
