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
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;

/** B7: from the answer "paid" until points, stock and dashboard show it, one sale after the other: idle, at half load, and with a relay that only polls. */
final class FanOut implements Benchmark {

    private static final long LONGEST_NANOS = 30_000_000_000L;

    /** How long whoever waits for a sale looks away; looking without a pause would take one of two processors from the load. */
    static final long LOOK_AGAIN_NANOS = 1_000_000;

    static final long LOOK_AGAIN_BESIDE_LOAD_NANOS = 10_000_000;

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
        // at the second store, so that what is looked at changes by this till alone
        Town town = Town.neighbour(bed);
        Town.Shopper shopper = town.shoppers(1).getFirst();
        String sku = town.product(1_000, 100_000);
        String today = LocalDate.now(ZoneId.of("Asia/Shanghai")).toString();
        String report = "/hq/v1/reports/summary?from=" + today + "&to=" + today + "&storeId=" + town.storeId();
        String body = Api.json(with(
                "lines",
                List.of(with("skuId", sku, "quantity", 1)),
                "memberPhone",
                shopper.phone(),
                "cash",
                with("receivedMinor", 1_000)));
        try (Wire till = new Wire(bed.gatewayPort(), town.clerk().token());
                Wire member = new Wire(bed.gatewayPort(), shopper.token());
                Wire hq = new Wire(bed.gatewayPort(), bed.hq().token())) {
            Sale sale = new Sale(till, body);
            LongSupplier points = () -> number(member, "/app/v1/me/points", "balance");
            LongSupplier stock = () -> -number(till, "/store/v1/stock/" + sku, "onHand");
            LongSupplier orders = () -> number(hq, report, "orders");
            Map<String, LongSupplier> sights = new LinkedHashMap<>();
            sights.put("points", points);
            sights.put("stock", stock);
            sights.put("dashboard", orders);
            int times = plan.brief() ? 5 : 24;
            double idle = all(outcome, sights, sale, times, LOOK_AGAIN_NANOS, "idle chain, one sale at a time", "");
            try (HalfLoad load = HalfLoad.begin(bed, plan)) {
                String note =
                        String.format(Locale.ROOT, "beside %.0f orders a second, looked at every 10 ms", load.rate());
                double ignored = all(outcome, sights, sale, times, LOOK_AGAIN_BESIDE_LOAD_NANOS, note, ", half load");
                String failure = load.end();
                outcome.expect(failure.isEmpty(), "the load beside it failed: " + failure);
            }
            pollOnly(bed, outcome, points, sale, plan, idle);
        }
        return outcome;
    }

    record Sale(Wire till, String body) {}

    /** Answers the median of the first sight. */
    private static double all(
            Outcome outcome,
            Map<String, LongSupplier> sights,
            Sale sale,
            int times,
            long lookAgainNanos,
            String note,
            String suffix)
            throws IOException {
        double first = 0;
        for (Map.Entry<String, LongSupplier> sight : sights.entrySet()) {
            String what = sight.getKey() + suffix;
            Histogram lag = lag(outcome, what, sight.getValue(), sale, times, lookAgainNanos);
            first = first == 0 ? lag.getValueAtPercentile(50) : first;
            outcome.figure(what + " p50", lag.getValueAtPercentile(50) / 1e6, "ms")
                    .atMost(what + " p99", lag.getValueAtPercentile(99) / 1e6, "ms", 100, note);
        }
        return first;
    }

    /** The same when the orders' relay is never woken and looks every half second. */
    private static void pollOnly(
            Bed bed, Outcome outcome, LongSupplier points, Sale sale, Plan plan, double nudgedNanos)
            throws SQLException, IOException {
        try (PlainRelay relay = new PlainRelay(bed, "mendian_order", "order-service")) {
            relay.pollOnly();
            Histogram lag = lag(outcome, "points by polling", points, sale, plan.brief() ? 3 : 20, LOOK_AGAIN_NANOS);
            outcome.figure("control: points p50, relay that only polls", lag.getValueAtPercentile(50) / 1e6, "ms")
                    .figure("control ÷ ours", lag.getValueAtPercentile(50) / Math.max(1, nudgedNanos), "", "at p50")
                    .expect(relay.failure().isEmpty(), "the control broke: " + relay.failure());
        }
    }

    static Histogram lag(Outcome outcome, String what, LongSupplier seen, Sale sale, int times, long lookAgainNanos)
            throws IOException {
        Histogram lag = new Histogram(LONGEST_NANOS, 3);
        for (int i = 0; i < times; i++) {
            long before = seen.getAsLong();
            Wire.Answer answer = sale.till().post("/store/v1/sales", sale.body(), "b7-" + System.nanoTime());
            if (answer.status() != 201) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            long paid = System.nanoTime();
            while (seen.getAsLong() <= before) {
                if (System.nanoTime() - paid > LONGEST_NANOS) {
                    outcome.violated(what + " did not show a sale within 30 s");
                    return lag;
                }
                LockSupport.parkNanos(lookAgainNanos);
            }
            lag.recordValue(System.nanoTime() - paid);
        }
        return lag;
    }

    static long number(Wire wire, String path, String field) {
        try {
            JsonNode answer = Api.read(wire.get(path).body());
            return answer.path(field).asLong();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
