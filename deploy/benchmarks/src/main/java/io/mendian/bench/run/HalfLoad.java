package io.mendian.bench.run;

import io.mendian.bench.Plan;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.measure.Load;
import java.util.concurrent.CompletableFuture;

/** Trade in the background at half of what the chain can do, for as long as it is open. */
final class HalfLoad implements AutoCloseable {

    private static final String MOST = "most orders a second";
    private static final int CALLERS = 16;

    private final CompletableFuture<String> selling;
    private final double rate;
    private volatile boolean closing;

    private HalfLoad(Trade trade, double rate) {
        this.rate = rate;
        int callers = trade.callers(CALLERS);
        this.selling = CompletableFuture.supplyAsync(() -> {
            String failure = "";
            while (!closing) {
                Load.Result slice = Load.open(callers, rate, 1, trade.mix(callers));
                failure = failure.isEmpty() ? slice.firstFailure() : failure;
            }
            return failure;
        });
    }

    static HalfLoad begin(Bed bed, Plan plan) {
        Trade trade = Trade.of(bed, plan);
        double most = most(bed, trade);
        trade.claimFor(most * 15);
        return new HalfLoad(trade, most / 2);
    }

    /** What the chain can do at most, as B2 found it, or else as a short try finds it. */
    private static double most(Bed bed, Trade trade) {
        int callers = trade.callers(CALLERS);
        return bed.keep(MOST, Double.class, () -> {
            Load.Result ignored = Load.closed(callers, 4, trade.mix(callers));
            return Math.max(2, Load.closed(callers, 3, trade.mix(callers)).donePerSecond());
        });
    }

    /** The rate that others take as the most. */
    static void remember(Bed bed, double most) {
        Double ignored = bed.keep(MOST, Double.class, () -> most);
    }

    double rate() {
        return rate;
    }

    /** Ends it; answers the first failure, empty when there was none. */
    String end() {
        closing = true;
        return selling.join();
    }

    @Override
    public void close() {
        String ignored = end();
    }
}
