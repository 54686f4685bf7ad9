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
import java.util.List;
import java.util.Locale;

/** B11: the best combination of many coupons, in a JVM with marketing-service's class path; against the two ways of a plain shop. */
final class BestCombination implements Benchmark {

    private static final double USUAL_P99_MICROS = 2_000;
    private static final double CROWDED_P99_MICROS = 10_000;

    @Override
    public String id() {
        return "B11";
    }

    @Override
    public String title() {
        return "The best of many coupons: 50 lines, 5 promotions, processor time of a quote";
    }

    private record Row(String mix, int coupons, double[] figures) {

        static Row of(String line) {
            String[] words = line.split(" ");
            double[] figures = new double[words.length - 2];
            for (int i = 0; i < figures.length; i++) {
                figures[i] = Double.parseDouble(words[i + 2]);
            }
            return new Row(words[0].toLowerCase(Locale.ROOT), Integer.parseInt(words[1]), figures);
        }

        double mean() {
            return figures[0];
        }

        double p99() {
            return figures[2];
        }

        String told() {
            return String.format(
                    Locale.ROOT,
                    "mean %.0f, p50 %.0f µs; sets: mean %.0f, p99 %.0f; certain %.1f %%, largest gap %.1f %%",
                    figures[0],
                    figures[1],
                    figures[3],
                    figures[4],
                    figures[5] / 10,
                    figures[6] / 10);
        }
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws IOException {
        Outcome outcome = new Outcome(id(), title());
        List<Row> rows = Inside.lines(
                        bed,
                        Part.MARKETING,
                        "io.mendian.bench.inside.BestCombinationMain",
                        List.of(Long.toString(plan.seed()), plan.brief() ? "200" : "500", plan.brief() ? "20" : "100"))
                .stream()
                .map(Row::of)
                .toList();
        for (String mix : List.of("usual", "crowded")) {
            List<Row> own = rows.stream().filter(row -> row.mix.equals(mix)).toList();
            growth(outcome, mix, own.stream().filter(row -> row.coupons > 0).toList(), plan.seed());
            own.stream().filter(row -> row.coupons == 0).forEach(row -> anyNumber(outcome, row));
        }
        return outcome;
    }

    private static void growth(Outcome outcome, String mix, List<Row> rows, long seed) {
        double[] sizes = rows.stream().mapToDouble(Row::coupons).toArray();
        double[] means = rows.stream().mapToDouble(Row::mean).toArray();
        List<Outcome.Point> points = new ArrayList<>();
        for (Row row : rows) {
            outcome.figure(mix + ", " + row.coupons + " coupons, p99", row.p99(), "µs", row.told());
            points.add(new Outcome.Point(row.coupons, row.mean()));
        }
        outcome.curve(new Outcome.Series(mix, "coupons", "µs", points));
        Statistics.Interval exponent = Statistics.exponent(sizes, means, seed);
        outcome.law(mix + ", exponent in coupons", exponent, 1.3, "of the mean");
    }

    private static void anyNumber(Outcome outcome, Row row) {
        boolean usual = row.mix.equals("usual");
        outcome.atMost(
                        row.mix + ", 30 to 100 coupons, p99",
                        row.p99(),
                        "µs",
                        usual ? USUAL_P99_MICROS : CROWDED_P99_MICROS,
                        row.told())
                .atLeast(row.mix + ", certain to be the best", row.figures[5] / 10, "%", 99, "30 to 100 coupons")
                .figure(row.mix + ", rule after rule ÷ ours", row.figures[7] / 1000, "", "what it takes off")
                .figure(row.mix + ", best single coupon ÷ ours", row.figures[8] / 1000, "", "what it takes off")
                .expect(row.figures[9] <= 0, "rule after rule found more than what was said to be the best");
    }
}
