package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Processor;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.measure.Warming;
import io.mendian.bench.probe.Anchors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** B2: checkouts end to end through the gateway, mixed as in life, beside P-order in each round; then at shares of what was the most. */
final class Checkout implements Benchmark {

    private static final int CALLERS = 16;
    /** Who keeps a rate must not wait for answers. */
    private static final int MANY = 64;

    private static final int CHUNK = 400;

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public String title() {
        return "Checkout through the gateway: quote, coupon, points, stored value, stock, order, events";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        Trade trade = Trade.of(bed, plan);
        int chunks = warm(trade, plan);
        Rounds rounds = closedLoop(bed, anchors, plan, outcome, trade);
        Statistics.Interval ratio = rounds.ratio(0, 1, plan.seed());
        outcome.figure(
                        "orders",
                        rounds.median(0),
                        "/s",
                        "closed loop, " + trade.callers(CALLERS) + " members, warm after " + chunks + " chunks")
                .figure("P-order beside it", rounds.median(1), "/s")
                .atLeast("orders ÷ P-order", ratio.value(), "", 0.25, rounds.note(ratio))
                .figure("processor per order", rounds.median(2), "ms", "all processes, events included")
                .figure("latency p50", rounds.median(3), "ms")
                .figure("latency p99", rounds.median(4), "ms");
        HalfLoad.remember(bed, rounds.median(0));
        openLoop(trade, plan, outcome, rounds.median(0));
        return outcome.figure("sent a second time", trade.repeats(), "", "each counts once")
                .figure(
                        "refused for a conflict",
                        trade.conflicts(),
                        "",
                        "coupon, points or balance just used elsewhere")
                .expect(trade.otherAnswer().isEmpty(), "a repeated request was told: " + trade.otherAnswer());
    }

    private static int warm(Trade trade, Plan plan) {
        int callers = trade.callers(CALLERS);
        return Warming.untilSteady(plan.brief() ? 4 : 8, () -> {
            trade.claimFor(plan.brief() ? 100 : CHUNK);
            Load.Result chunk = plan.brief()
                    ? Load.closed(callers, 3, trade.mix(callers))
                    : Load.times(callers, CHUNK, trade.mix(callers));
            return chunk.millis(50);
        });
    }

    /** Orders a second, P-order, processor per order in ms, p50 and p99 in ms. */
    private static Rounds closedLoop(Bed bed, Anchors anchors, Plan plan, Outcome outcome, Trade trade)
            throws Exception {
        int callers = trade.callers(CALLERS);
        Map<String, Double> parts = new LinkedHashMap<>();
        long[] orders = new long[1];
        Rounds rounds = Rounds.of(plan.rounds(), round -> {
            trade.claimFor(150 * plan.seconds());
            Map<String, Double> before = Processor.used(bed.pids());
            Load.Result result = Load.closed(callers, plan.seconds(), trade.mix(callers));
            Map<String, Double> spent = Processor.between(before, Processor.used(bed.pids()));
            spent.forEach((part, seconds) -> parts.merge(part, seconds, Double::sum));
            orders[0] += result.done();
            outcome.expect(result.failed() == 0, result.failed() + " orders failed: " + result.firstFailure());
            double done = Math.max(1, result.done());
            return new double[] {
                result.donePerSecond(),
                anchors.orderNow(plan.seconds() / 2),
                Processor.sum(spent) / done * 1000,
                result.millis(50),
                result.millis(99)
            };
        });
        parts.forEach((part, seconds) ->
                outcome.figure("processor in " + part, seconds / Math.max(1, orders[0]) * 1000, "ms"));
        return rounds;
    }

    /** Requests come at a rate, whatever becomes of those before; a late start counts as waiting. */
    private static void openLoop(Trade trade, Plan plan, Outcome outcome, double most) {
        int callers = trade.callers(MANY);
        double seconds = plan.brief() ? 2 : 4;
        List<Outcome.Point> half = new ArrayList<>();
        List<Outcome.Point> slowest = new ArrayList<>();
        for (int share : new int[] {25, 50, 75, 100}) {
            double rate = most * share / 100;
            trade.claimFor(rate * seconds);
            Load.Result result = Load.open(callers, rate, seconds, trade.mix(callers));
            outcome.expect(
                    result.failed() == 0,
                    "at " + share + " %: " + result.failed() + " orders failed: " + result.firstFailure());
            outcome.figure("at " + share + " % of the most, p50", result.millis(50), "ms", "open loop")
                    .figure(
                            "at " + share + " % of the most, p99",
                            result.millis(99),
                            "ms",
                            result.latency().getTotalCount() + " requests");
            half.add(new Outcome.Point(share, result.millis(50)));
            slowest.add(new Outcome.Point(share, result.millis(99)));
        }
        outcome.curve(new Outcome.Series("latency p50, open loop", "% of the most", "ms", half))
                .curve(new Outcome.Series("latency p99, open loop", "% of the most", "ms", slowest));
    }
}
