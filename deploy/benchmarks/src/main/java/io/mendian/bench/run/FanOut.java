package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.Anchors;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** B7: from the answer "paid" until points, stock and dashboard show it, one sale after the other. */
final class FanOut implements Benchmark {

    private static final long LONGEST_NANOS = 30_000_000_000L;

    @Override
    public String id() {
        return "B7";
    }

    @Override
    public String title() {
        return "From paid to visible: points, stock, dashboard";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        Town town = Town.of(bed);
        Town.Shopper shopper = town.shoppers(1).getFirst();
        String sku = town.product(1_000, 100_000);
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        String report = "/hq/v1/reports/summary?from=" + today + "&to=" + today + "&storeId=" + town.storeId();
        try (Wire till = new Wire(bed.gatewayPort(), town.clerk().token());
                Wire member = new Wire(bed.gatewayPort(), shopper.token());
                Wire hq = new Wire(bed.gatewayPort(), bed.hq().token())) {
            LongSupplier points = () -> number(member, "/app/v1/me/points", "balance");
            LongSupplier stock = () -> -number(till, "/store/v1/stock/" + sku, "onHand");
            LongSupplier orders = () -> number(hq, report, "orders");
            String body = Api.json(with(
                    "lines",
                    List.of(with("skuId", sku, "quantity", 1)),
                    "memberPhone",
                    shopper.phone(),
                    "cash",
                    with("receivedMinor", 1_000)));
            measure(outcome, "points", points, till, body, plan);
            measure(outcome, "stock", stock, till, body, plan);
            measure(outcome, "dashboard", orders, till, body, plan);
        }
        return outcome;
    }

    private static void measure(Outcome outcome, String what, LongSupplier seen, Wire till, String body, Plan plan)
            throws IOException {
        Histogram lag = new Histogram(LONGEST_NANOS, 3);
        int times = plan.brief() ? 5 : 60;
        for (int i = 0; i < times; i++) {
            long before = seen.getAsLong();
            Wire.Answer answer = till.post("/store/v1/sales", body, "b7-" + what + "-" + System.nanoTime());
            if (answer.status() != 201) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            long paid = System.nanoTime();
            while (seen.getAsLong() <= before) {
                if (System.nanoTime() - paid > LONGEST_NANOS) {
                    outcome.violated(what + " did not show a sale within 30 s");
                    return;
                }
                LockSupport.parkNanos(1_000_000);
            }
            lag.recordValue(System.nanoTime() - paid);
        }
        outcome.figure(what + " p50", lag.getValueAtPercentile(50) / 1e6, "ms")
                .atMost(what + " p99", lag.getValueAtPercentile(99) / 1e6, "ms", 100, "idle chain, one sale at a time");
    }

    private static long number(Wire wire, String path, String field) {
        try {
            JsonNode answer = Api.read(wire.get(path).body());
            return answer.path(field).asLong();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
