package io.mendian.bench.run;

import io.mendian.bench.Benchmark;
import java.util.List;

/** All of them, in the order in which they run. */
public final class Benchmarks {

    private Benchmarks() {}

    public static List<Benchmark> all() {
        return List.of(
                new GatewayTax(),
                new Checkout(),
                new FlashSale(),
                new HoldCore(),
                new Postings(),
                new ClassStampede(),
                new FanOut(),
                new Drain(),
                new Dashboard(),
                new BestCombination(),
                new MemberImport(),
                new Footprint());
    }
}
