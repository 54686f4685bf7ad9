package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Benchmark;
import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Processor;
import io.mendian.bench.measure.Statistics;
import io.mendian.bench.measure.Wire;
import io.mendian.bench.probe.Anchors;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** B2: a checkout end to end through the gateway, paid by stored value, points and coupons where there are any, beside P-order in each round. */
final class Checkout implements Benchmark {

    private static final int CLIENTS = 16;
    private static final int GOODS = 40;
    private static final int WARMING = 3_000;

    @Override
    public String id() {
        return "B2";
    }

    @Override
    public String title() {
        return "Checkout through the gateway: quote, coupon, points, stored value, stock, order, events";
    }

    @Override
    public Outcome run(Bed bed, Anchors anchors, Plan plan) throws Exception {
        Outcome outcome = new Outcome(id(), title());
        Town town = Town.of(bed);
        List<String> goods = town.goods(plan.brief() ? 8 : GOODS);
        List<Town.Shopper> shoppers = town.shoppers(plan.brief() ? 8 : 64);
        coupon(bed, shoppers);
        Wire[] wires = new Wire[CLIENTS];
        for (int i = 0; i < CLIENTS; i++) {
            wires[i] = new Wire(
                    bed.gatewayPort(), shoppers.get(i % shoppers.size()).token());
        }
        AtomicLong orders = new AtomicLong();
        Load.Operation order = (client, turn) -> {
            String body = basket(town.storeId(), goods, new SplittableRandom(plan.seed() ^ orders.incrementAndGet()));
            Wire.Answer answer = wires[client].post(
                    "/app/v1/orders", body, "b2-" + plan.seed() + "-" + client + "-" + orders.get() + "-" + turn);
            if (answer.status() == 409) {
                return false;
            }
            if (answer.status() != 201) {
                throw new IOException(answer.status() + " " + answer.body());
            }
            return true;
        };
        // the compilers need some thousand orders, however long a busy machine takes for them, before a figure means
        // anything
        Load.Result warm = plan.brief() ? Load.closed(CLIENTS, 12, order) : Load.times(CLIENTS, WARMING, order);
        double[] ours = new double[plan.rounds()];
        double[] anchor = new double[plan.rounds()];
        double[] cpu = new double[plan.rounds()];
        Load.Result last = warm;
        Map<String, Double> before = Map.of();
        for (int round = 0; round < plan.rounds(); round++) {
            before = Processor.used(bed.pids());
            last = Load.closed(CLIENTS, plan.seconds(), order);
            Map<String, Double> spent = Processor.between(before, Processor.used(bed.pids()));
            ours[round] = last.donePerSecond();
            cpu[round] = Processor.sum(spent) / Math.max(1, last.done()) * 1000;
            anchor[round] = anchors.orderNow(plan.seconds() / 2);
            if (round == plan.rounds() - 1) {
                double done = Math.max(1, last.done());
                spent.forEach((part, seconds) -> outcome.figure("processor in " + part, seconds / done * 1000, "ms"));
            }
            outcome.expect(last.failed() == 0, last.failed() + " orders failed: " + last.firstFailure());
        }
        Statistics.Interval ratio = Statistics.ratio(ours, anchor, plan.seed());
        outcome.figure("orders", Statistics.median(ours), "/s", "closed loop, " + CLIENTS + " members")
                .figure("P-order beside it", Statistics.median(anchor), "/s")
                .atLeast("orders ÷ P-order", ratio.value(), "", 0.25, ratio.toString())
                .figure("processor per order", Statistics.median(cpu), "ms", "all processes, events included")
                .figure("latency p50", last.millis(50), "ms")
                .figure("latency p99", last.millis(99), "ms");
        for (Wire wire : wires) {
            wire.close();
        }
        return outcome;
    }

    /** 40 % of the shoppers hold a coupon that takes 0.50 off from 5.00. */
    private static void coupon(Bed bed, List<Town.Shopper> shoppers) {
        String template = bed.keep(
                "coupon",
                String.class,
                () -> bed.hq()
                        .post(
                                "/hq/v1/coupon-templates",
                                with(
                                        "name",
                                        "满5减0.5",
                                        "kind",
                                        "AMOUNT_OFF",
                                        "settings",
                                        with("thresholdMinor", 500, "amountMinor", 50),
                                        "limits",
                                        with("perMember", 50),
                                        "validity",
                                        with("days", 30),
                                        "claimable",
                                        true,
                                        "state",
                                        "LIVE"))
                        .path("templateId")
                        .asString());
        for (int i = 0; i < shoppers.size() * 2 / 5; i++) {
            Api member = bed.anonymous().as(shoppers.get(i).token());
            member.post("/app/v1/coupon-templates/" + template + "/claims", Map.of());
        }
    }

    private static String basket(String storeId, List<String> goods, SplittableRandom random) {
        int first = random.nextInt(goods.size());
        return Api.json(with(
                "storeId",
                storeId,
                "lines",
                List.of(
                        with("skuId", goods.get(first), "quantity", 1),
                        with("skuId", goods.get((first + 3) % goods.size()), "quantity", 2),
                        with("skuId", goods.get((first + 5) % goods.size()), "quantity", 1)),
                "usePoints",
                random.nextInt(10) < 3 ? -1 : 0,
                "storedValueMinor",
                -1));
    }
}
