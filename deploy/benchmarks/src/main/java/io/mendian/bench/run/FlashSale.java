package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.Anchors;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** B3: everybody wants the same product. Sales a second from one till to a thousand, then what a refusal costs once the shelf is empty. */
final class FlashSale implements Benchmark {

    @Override
    public String id() {
        return "B3";
    }

    @Override
    public String title() {
        return "Flash sale of one product: buyers at once, then refusals";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        Town town = Town.of(bed);
        List<Outcome.Point> curve = new ArrayList<>();
        int[] crowds = plan.brief() ? new int[] {1, 16} : new int[] {1, 4, 16, 64, 256, 1000};
        double peak = 0;
        double last = 0;
        for (int crowd : crowds) {
            String sku = town.product(990, 1_000_000);
            Load.Result sold = sell(bed, town, sku, crowd, plan.seconds() * 2);
            outcome.expect(sold.failed() == 0, crowd + " buyers: " + sold.failed() + " failed: " + sold.firstFailure());
            Api.until("the stock of the flash sale", () -> town.onHand(sku) == 1_000_000 - sold.done());
            curve.add(new Outcome.Point(crowd, sold.donePerSecond()));
            peak = Math.max(peak, sold.donePerSecond());
            last = sold.donePerSecond();
            outcome.figure(
                    "sold by " + crowd + " at once",
                    sold.donePerSecond(),
                    "/s",
                    "p99 " + Math.round(sold.millis(99)) + " ms");
        }
        outcome.curve(new Outcome.Series("sold", "buyers at once", "/s", curve));
        outcome.atLeast("at " + crowds[crowds.length - 1] + " buyers ÷ peak", last / peak, "", 0.9, "");
        refusals(bed, anchors, plan, town, outcome);
        return outcome;
    }

    private static void refusals(Bed bed, Anchors anchors, Plan plan, Town town, Outcome outcome) throws Exception {
        int pieces = 20;
        String sku = town.product(990, pieces);
        Load.Result all = sell(bed, town, sku, plan.brief() ? 16 : 64, plan.seconds() * 2);
        outcome.figure("refused when nothing is left", all.refused() / all.seconds(), "/s")
                .expect(all.done() <= pieces, pieces + " pieces, but " + all.done() + " sold");
        // a slow machine may not have sold all of them in this short a time; then no refusal was measured
        outcome.figure("sold of " + pieces, all.done(), "");
        outcome.figure("P-hot beside it", anchors.hotNow(plan.seconds() / 2), "/s");
    }

    private static Load.Result sell(Bed bed, Town town, String sku, int crowd, double seconds) {
        Wire[] wires = new Wire[crowd];
        for (int i = 0; i < crowd; i++) {
            wires[i] = new Wire(bed.gatewayPort(), town.clerk().token());
        }
        String body = Api.json(
                with("lines", List.of(with("skuId", sku, "quantity", 1)), "cash", with("receivedMinor", 1_000)));
        Load.Result result = Load.closed(crowd, seconds, (client, turn) -> {
            Wire.Answer answer = untilServed(wires[client], body, "b3-" + sku + "-" + client + "-" + turn);
            if (answer.status() == 409 && answer.body().contains("NOT_ENOUGH_STOCK")) {
                return false;
            }
            if (answer.status() != 201) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            return true;
        });
        for (Wire wire : wires) {
            wire.close();
        }
        return result;
    }

    /** Who is told to come again does, as the answer says, with the same key. */
    private static Wire.Answer untilServed(Wire wire, String body, String key) throws IOException {
        Wire.Answer answer = wire.post("/store/v1/sales", body, key);
        for (int again = 0; answer.status() == 503 && answer.body().contains("\"BUSY\"") && again < 20; again++) {
            LockSupport.parkNanos(2_000_000_000L);
            answer = wire.post("/store/v1/sales", body, key);
        }
        return answer;
    }
}
