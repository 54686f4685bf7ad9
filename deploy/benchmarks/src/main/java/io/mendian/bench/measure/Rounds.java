package io.mendian.bench.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Ours and its controls in turn, round by round. A round during which the host gave more than a fiftieth of the processor to others is
 * thrown away and repeated, at most as often again; what is then missing is filled up with the least disturbed ones.
 */
public final class Rounds {

    static final double MOST_STOLEN = 0.02;

    /** One round; answers the same number of values each time. */
    @FunctionalInterface
    public interface Round {
        double[] measure(int round) throws Exception;
    }

    private record Measured(double[] values, double stolen) {

        boolean isClean() {
            return stolen <= MOST_STOLEN;
        }
    }

    private final List<Measured> kept;
    private final int repeated;

    private Rounds(List<Measured> kept, int repeated) {
        this.kept = kept;
        this.repeated = repeated;
    }

    /** So many clean rounds, if the host lets us have them. */
    public static Rounds of(int wanted, Round round) throws Exception {
        return of(wanted, round, Processor::stealAndTotal);
    }

    static Rounds of(int wanted, Round round, Supplier<long[]> host) throws Exception {
        List<Measured> all = new ArrayList<>();
        int clean = 0;
        while (clean < wanted && all.size() < 2 * wanted) {
            long[] before = host.get();
            double[] values = round.measure(all.size());
            Measured one = new Measured(values, Processor.stealBetween(before, host.get()));
            all.add(one);
            clean += one.isClean() ? 1 : 0;
        }
        // the sort keeps the order of those that are alike
        List<Measured> kept = all.stream()
                .sorted(Comparator.comparingDouble(one -> one.isClean() ? 0 : one.stolen()))
                .limit(wanted)
                .toList();
        return new Rounds(kept, all.size() - kept.size());
    }

    /** The value at this place of every round that counts. */
    public double[] column(int at) {
        return kept.stream().mapToDouble(one -> one.values()[at]).toArray();
    }

    public double median(int at) {
        return Statistics.median(column(at));
    }

    /** The ratio of two columns, round by round. */
    public Statistics.Interval ratio(int ours, int control, long seed) {
        return Statistics.ratio(column(ours), column(control), seed);
    }

    /** The interval, and what the host took where that matters. */
    public String note(Statistics.Interval interval) {
        return interval + (note().isEmpty() ? "" : "; " + note());
    }

    /** Empty when the host left us alone. */
    public String note() {
        long disturbed = kept.stream().filter(one -> !one.isClean()).count();
        double worst = kept.stream().mapToDouble(Measured::stolen).max().orElse(0);
        String taken = disturbed == 0
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", the host took up to %.0f %% in %d of %d: measure again",
                        worst * 100,
                        disturbed,
                        kept.size());
        return repeated == 0 && disturbed == 0 ? "" : repeated + " rounds repeated" + taken;
    }
}
