package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.probe.Anchors;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** B4: holding the last pieces without HTTP, in a JVM with the service's own class path and settings. */
final class HoldCore implements Benchmark {

    @Override
    public String id() {
        return "B4";
    }

    @Override
    public String title() {
        return "The hold core without HTTP, all on one product";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws SQLException, IOException {
        Outcome outcome = new Outcome(id(), title());
        Town town = Town.of(bed);
        String sku = town.product(1_000, 100_000_000);
        double[] ours = Inside.figures(
                bed,
                Part.INVENTORY,
                "io.mendian.bench.inside.HoldCoreMain",
                List.of(town.storeId(), sku, "64", Integer.toString(plan.rounds()), Double.toString(plan.seconds())));
        double[] order = new double[plan.rounds()];
        double[] batch = new double[plan.rounds()];
        double[] tables = new double[plan.rounds()];
        try (HoldCeiling ceiling = new HoldCeiling(bed, town.storeId(), town.product(1_000, 100_000_000))) {
            double warm = ceiling.perSecond(plan.seconds());
            outcome.expect(warm > 0, "the tables of a hold took none");
            for (int i = 0; i < plan.rounds(); i++) {
                order[i] = anchors.orderNow(plan.seconds() / 2);
                batch[i] = anchors.batchNow(plan.seconds() / 2);
                tables[i] = ceiling.perSecond(plan.seconds() / 2);
            }
        }
        growth(bed, town, plan, outcome);
        double held = Statistics.median(ours);
        return outcome.figure("holds", held, "/s", "64 callers")
                .atLeast("÷ P-order", held / Statistics.median(order), "", 4, "")
                .atLeast("÷ P-batch", held / Statistics.median(batch), "", 0.5, "")
                .atLeast(
                        "÷ the same rows in plain JDBC",
                        held / Statistics.median(tables),
                        "",
                        0.8,
                        "64 to a transaction on one connection, the service's own tables")
                .figure(
                        "the same rows ÷ P-batch",
                        Statistics.median(tables) / Statistics.median(batch),
                        "",
                        "what the tables cost");
    }

    /** How the time of a hold changes with the number of callers: 0 is flat, below it is gathering that pays. */
    private static void growth(Bed bed, Town town, Plan plan, Outcome outcome) throws IOException {
        if (plan.brief()) {
            return;
        }
        double[] callers = {1, 8, 64};
        double[] costs = new double[callers.length];
        for (int i = 0; i < callers.length; i++) {
            double[] rates = Inside.figures(
                    bed,
                    Part.INVENTORY,
                    "io.mendian.bench.inside.HoldCoreMain",
                    List.of(
                            town.storeId(),
                            town.product(1_000, 100_000_000),
                            Integer.toString((int) callers[i]),
                            "3",
                            Double.toString(plan.seconds())));
            costs[i] = 1 / Statistics.median(rates);
        }
        Statistics.Interval exponent = Statistics.exponent(callers, costs, plan.seed());
        outcome.law("exponent of the time per hold in callers", exponent, 0, "1, 8 and 64 callers");
    }
}
