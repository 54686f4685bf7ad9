package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.probe.Anchors;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.util.List;

/** B4: holding the last pieces without HTTP, in a JVM with the service's own class path and settings. */
final class HoldCore implements Benchmark {

    private static final int CALLERS = 64;

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public String title() {
        return "The hold core without HTTP, all on one product";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        Town town = Town.of(bed);
        List<String> shelf = List.of(town.storeId(), town.product(1_000, 100_000_000));
        try (InsideTurns core = new InsideTurns(bed, Part.INVENTORY, "io.mendian.bench.inside.HoldCoreMain", shelf);
                HoldCeiling ceiling = new HoldCeiling(bed, town.storeId(), town.product(1_000, 100_000_000))) {
            double ignored = holds(core, CALLERS, plan.seconds());
            outcome.expect(ceiling.perSecond(plan.seconds()) > 0, "the tables of a hold took none");
            Rounds rounds = Rounds.of(plan.rounds(), round -> new double[] {
                holds(core, CALLERS, plan.seconds()),
                anchors.orderNow(plan.seconds() / 2),
                anchors.batchNow(plan.seconds() / 2),
                ceiling.perSecond(plan.seconds() / 2)
            });
            say(outcome, rounds, plan.seed());
            growth(core, plan, outcome);
        }
        return outcome;
    }

    private static void say(Outcome outcome, Rounds rounds, long seed) {
        Statistics.Interval order = rounds.ratio(0, 1, seed);
        Statistics.Interval batch = rounds.ratio(0, 2, seed);
        Statistics.Interval tables = rounds.ratio(0, 3, seed);
        Statistics.Interval cost = rounds.ratio(3, 2, seed);
        outcome.figure("holds", rounds.median(0), "/s", CALLERS + " callers")
                .atLeast("÷ P-order", order.value(), "", 4, rounds.note(order))
                .atLeast("÷ P-batch", batch.value(), "", 0.5, rounds.note(batch))
                .atLeast(
                        "÷ the same rows in plain JDBC",
                        tables.value(),
                        "",
                        0.8,
                        rounds.note(tables) + ", as ours writes them, 64 to a transaction on one connection")
                .figure("the same rows ÷ P-batch", cost.value(), "", cost + ", what the tables cost");
    }

    /** Holds a second. */
    private static double holds(InsideTurns core, int callers, double seconds) throws IOException {
        return Double.parseDouble(
                core.ask(Integer.toString(callers), Double.toString(seconds)).getFirst());
    }

    /** How the time of a hold changes with the number of callers: 0 is flat, below it is gathering that pays. */
    private static void growth(InsideTurns core, Plan plan, Outcome outcome) throws Exception {
        if (plan.brief()) {
            return;
        }
        double[] callers = {1, 8, 64};
        Rounds rounds = Rounds.of(3, round -> new double[] {
            1 / holds(core, 1, plan.seconds()), 1 / holds(core, 8, plan.seconds()), 1 / holds(core, 64, plan.seconds())
        });
        double[] costs = {rounds.median(0), rounds.median(1), rounds.median(2)};
        Statistics.Interval exponent = Statistics.exponent(callers, costs, plan.seed());
        outcome.law("exponent of the time per hold in callers", exponent, 0, "1, 8 and 64 callers");
    }
}
