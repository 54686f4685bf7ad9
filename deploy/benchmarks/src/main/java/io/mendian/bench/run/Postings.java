package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.probe.Anchors;
import io.mendian.supervisor.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** B6: stored value posted without HTTP, in a JVM with member-service's class path; plainly, one by one, and together. */
final class Postings implements Benchmark {

    private static final int CALLERS = 64;

    @Override
    public String id() {
        return "B6";
    }

    @Override
    public String title() {
        return "Postings of stored value without HTTP, on one account and on many";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws IOException {
        Outcome outcome = new Outcome(id(), title());
        int accounts = plan.brief() ? 2_000 : 10_000;
        List<String> lines = Inside.lines(
                bed,
                Part.MEMBER,
                "io.mendian.bench.inside.PostingsMain",
                List.of(
                        Integer.toString(accounts),
                        Integer.toString(CALLERS),
                        Integer.toString(plan.rounds()),
                        Double.toString(plan.seconds() / 2)));
        String disturbed = lines.getFirst();
        double[][] rounds = lines.stream()
                .skip(1)
                .map(line -> Arrays.stream(line.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
        against(outcome, "one account", disturbed, rounds, 0, plan.seed());
        against(outcome, "a fifth on one account", disturbed, rounds, 4, plan.seed());
        growth(outcome, rounds, accounts, plan.seed());
        return outcome;
    }

    private static void against(
            Outcome outcome, String where, String disturbed, double[][] rounds, int first, long seed) {
        double[] plain = column(rounds, first);
        double[] told = column(rounds, first + 1);
        double[] single = column(rounds, first + 2);
        double[] together = column(rounds, first + 3);
        Statistics.Interval singly = Statistics.ratio(single, plain, seed);
        Statistics.Interval plainly = Statistics.ratio(together, plain, seed);
        Statistics.Interval tellingToo = Statistics.ratio(together, told, seed);
        Statistics.Interval gained = Statistics.ratio(together, single, seed);
        outcome.figure(
                        where + ", plain update and insert",
                        Statistics.median(plain),
                        "/s",
                        CALLERS + " callers, no event" + (disturbed.isEmpty() ? "" : "; " + disturbed))
                .figure(where + ", one by one ÷ plain", singly.value(), "", singly.toString())
                .figure(where + ", together", Statistics.median(together), "/s", "")
                .atLeast(where + ", together ÷ plain", plainly.value(), "", 10, plainly.toString())
                .figure(where + ", plain with an event as ours", Statistics.median(told), "/s")
                .atLeast(where + ", together ÷ plain with an event", tellingToo.value(), "", 10, tellingToo.toString())
                .atLeast(where + ", together ÷ one by one", gained.value(), "", 10, gained.toString());
    }

    private static void growth(Outcome outcome, double[][] rounds, int accounts, long seed) {
        double[] sizes = {100, 1_000, accounts};
        double[] costs = new double[3];
        List<Outcome.Point> points = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double rate = Statistics.median(column(rounds, 8 + i));
            costs[i] = 1 / rate;
            points.add(new Outcome.Point(sizes[i], rate));
        }
        outcome.curve(new Outcome.Series("together, spread evenly", "accounts", "postings/s", points));
        Statistics.Interval exponent = Statistics.exponent(sizes, costs, seed);
        outcome.law("exponent in accounts", exponent, 0.1, "0 is flat; together, spread evenly");
    }

    private static double[] column(double[][] rounds, int at) {
        return Arrays.stream(rounds).mapToDouble(round -> round[at]).toArray();
    }
}
