package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Rounds;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.Anchors;
import io.mendian.bench.probe.TinyServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** B3: everybody wants the same product. Sales a second from one till to a thousand, then what a refusal costs once the shelf is empty. */
final class FlashSale implements Benchmark {

    private static final int SHELF = 1_000_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

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
            String sku = town.product(990, SHELF);
            Load.Result sold = sell(bed, town, sku, sku, crowd, plan.seconds() * 2);
            check(outcome, town, sku, crowd + " buyers", sold);
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
        against(bed, plan, town, outcome);
        refusals(bed, anchors, plan, town, outcome);
        return outcome;
    }

    /** Once all has arrived the shelf must have given what was sold. */
    private static void check(Outcome outcome, Town town, String sku, String who, Load.Result sold) {
        outcome.expect(sold.failed() == 0, who + ": " + sold.failed() + " failed: " + sold.firstFailure());
        boolean settled = Api.holdsWithin(PATIENCE, () -> town.onHand(sku) == SHELF - sold.done());
        outcome.expect(
                settled,
                who + ": " + sold.done() + " sold, " + sold.failed() + " failed, but the shelf gave "
                        + (SHELF - town.onHand(sku)));
    }

    /** Ours, the textbook and a counter in Redis in turn, and what HTTP alone can do with as many buyers. */
    private static void against(Bed bed, Plan plan, Town town, Outcome outcome) throws Exception {
        int buyers = plan.brief() ? 16 : 64;
        String sku = town.product(990, SHELF);
        try (SaleControls controls = new SaleControls(bed);
                TinyServer constant = TinyServer.constant()) {
            double seconds = plan.seconds() / 2;
            double ignored = controls.naive(buyers, seconds) + controls.gated(buyers, seconds);
            Rounds rounds = Rounds.of(plan.rounds(), round -> {
                Load.Result ours = sell(bed, town, sku + "-" + round, sku, buyers, plan.seconds());
                outcome.expect(ours.failed() == 0, "beside the controls: " + ours.firstFailure());
                return new double[] {
                    ours.donePerSecond(),
                    controls.naive(buyers, seconds),
                    controls.gated(buyers, seconds),
                    Anchors.gets(constant.port(), "/", "", buyers, seconds).perSecond()
                };
            });
            Statistics.Interval naive = rounds.ratio(0, 1, plan.seed());
            Statistics.Interval gate = rounds.ratio(0, 2, plan.seed());
            Statistics.Interval http = rounds.ratio(0, 3, plan.seed());
            outcome.figure("control: lock, insert, update", rounds.median(1), "/s", "by HTTP, " + buyers + " buyers")
                    .figure("control: counter in Redis, insert", rounds.median(2), "/s", "by HTTP")
                    .figure("HTTP alone", rounds.median(3), "/s", "a constant answer")
                    .atLeast("ours ÷ lock, insert, update", naive.value(), "", 3, rounds.note(naive))
                    .figure("ours ÷ counter in Redis", gate.value(), "", rounds.note(gate))
                    .atLeast("ours ÷ HTTP alone", http.value(), "", 0.6, rounds.note(http))
                    .expect(controls.isRight(bed), "a control lost a sale");
        }
    }

    private static void refusals(Bed bed, Anchors anchors, Plan plan, Town town, Outcome outcome) throws Exception {
        int pieces = 20;
        String sku = town.product(990, pieces);
        Load.Result all = sell(bed, town, sku, sku, plan.brief() ? 16 : 64, plan.seconds() * 2);
        outcome.figure("refused when nothing is left", all.refused() / all.seconds(), "/s")
                .expect(all.done() <= pieces, pieces + " pieces, but " + all.done() + " sold");
        // a slow machine may not have sold all of them in this short a time; then no refusal was measured
        outcome.figure("sold of " + pieces, all.done(), "");
        outcome.figure("P-hot beside it", anchors.hotNow(plan.seconds() / 2), "/s");
    }

    private static Load.Result sell(Bed bed, Town town, String keys, String sku, int crowd, double seconds) {
        Wire[] wires = new Wire[crowd];
        for (int i = 0; i < crowd; i++) {
            wires[i] = new Wire(bed.gatewayPort(), town.clerk().token());
        }
        String body = Api.json(
                with("lines", List.of(with("skuId", sku, "quantity", 1)), "cash", with("receivedMinor", 1_000)));
        Load.Result result = Load.closed(crowd, seconds, (client, turn) -> {
            Wire.Answer answer = untilServed(wires[client], body, "b3-" + keys + "-" + client + "-" + turn);
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

    private static boolean isTooBusy(Wire.Answer answer) {
        return answer.status() == 504 || answer.status() == 503 && answer.body().contains("\"BUSY\"");
    }

    /** Who is told to come again does, as the answer says, with the same key; so does who was told nothing in time. */
    private static Wire.Answer untilServed(Wire wire, String body, String key) throws IOException {
        Wire.Answer answer = wire.post("/store/v1/sales", body, key);
        for (int again = 0; isTooBusy(answer) && again < 40; again++) {
            LockSupport.parkNanos(2_000_000_000L);
            answer = wire.post("/store/v1/sales", body, key);
        }
        return answer;
    }
}
