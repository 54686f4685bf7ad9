package io.mendian.bench.bed;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Outcome;
import io.mendian.bench.Plan;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Processor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import tools.jackson.databind.JsonNode;

/** Fills the chain through its public API: stores, members, and their sales of the last two years, skewed as trade is. */
public final class History {

    private static final String KEPT = "history";
    private static final int BATCH = 500;
    private static final int LANES = 4;
    private static final double MEMBER_SKEW = 0.9;
    private static final double STORE_SKEW = 1.1;

    /** What the other benchmarks need of it. */
    public record Filled(List<String> storeIds, List<String> memberKeys) {}

    private History() {}

    public static Outcome take(Bed bed, Plan plan) {
        Outcome outcome = new Outcome("D", "Filling the chain: " + plan.size());
        List<String> stores = stores(bed, plan.size().stores());
        long begin = System.nanoTime();
        List<String> members = members(bed, stores, plan.size().members());
        outcome.figure("members taken over", members.size() / ((System.nanoTime() - begin) / 1e9), "/s");
        Filled filled = goOn(bed, new Filled(stores, members));
        Map<String, Double> before = Processor.used(bed.pids());
        Load.Result sales = sell(bed, plan, filled);
        long sold = System.nanoTime();
        Stillness.await(bed);
        double cpu = Processor.sum(Processor.between(before, Processor.used(bed.pids())));
        outcome.figure("sales taken over", sales.done() * BATCH / sales.seconds(), "/s");
        outcome.figure("until all of it had arrived", (System.nanoTime() - sold) / 1e9, "s", "after the last sale");
        outcome.figure(
                "processor per sale taken over",
                cpu / (sales.done() * BATCH) * 1e6,
                "µs",
                "all processes, events included");
        outcome.expect(sales.failed() == 0, sales.failed() + " batches failed: " + sales.firstFailure());
        return outcome;
    }

    /** The chain was filled with this before. */
    public static Filled goOn(Bed bed, Filled filled) {
        return bed.keep(KEPT, Filled.class, () -> filled);
    }

    /** What the chain was filled with. */
    public static Filled of(Bed bed) {
        return bed.keep(KEPT, Filled.class, () -> new Filled(List.of(), List.of()));
    }

    private static List<String> stores(Bed bed, int count) {
        String[] ids = new String[count];
        requireAll(Load.times(LANES, count, (lane, i) -> {
            ids[(int) i] = open(bed, (int) i);
            return true;
        }));
        return List.of(ids);
    }

    private static String open(Bed bed, int i) {
        JsonNode opened = bed.hq()
                .post(
                        "/hq/v1/stores",
                        with(
                                "code",
                                "B" + i,
                                "name",
                                "店" + i,
                                "kind",
                                "RETAIL",
                                "manager",
                                with("name", "店长" + i, "login", "bench-manager-" + i, "password", Town.PASSWORD),
                                "clerks",
                                List.of(with(
                                        "name", "店员" + i, "login", "bench-clerk-" + i, "password", Town.PASSWORD))));
        String id = opened.path("storeId").asString("");
        return id.isEmpty() ? opened.at("/store/storeId").asString() : id;
    }

    private static List<String> members(Bed bed, List<String> stores, int count) {
        String[] keys = new String[count];
        requireAll(Load.times(LANES, (count + BATCH - 1) / BATCH, (lane, turn) -> {
            int from = (int) turn * BATCH;
            List<Map<String, Object>> batch = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + BATCH); i++) {
                batch.add(with(
                        "source",
                        "bench",
                        "externalRef",
                        "m" + i,
                        "store",
                        stores.get(i % stores.size()),
                        "joinedAt",
                        "2024-01-01T04:00:00Z"));
            }
            // sent again as long as the youngest store is not known everywhere: who was taken over stays the same
            // person
            Api.until("members of all stores", () -> {
                int next = from;
                for (JsonNode one : bed.hq().post("/hq/v1/members/import", batch)) {
                    keys[next++] = one.path("memberKey").asString("");
                }
                return next == from + batch.size()
                        && Arrays.stream(keys, from, next).noneMatch(String::isEmpty);
            });
            return true;
        }));
        return List.of(keys);
    }

    private static void requireAll(Load.Result result) {
        if (result.failed() > 0) {
            throw new IllegalStateException(result.failed() + " requests failed: " + result.firstFailure());
        }
    }

    private static Load.Result sell(Bed bed, Plan plan, Filled filled) {
        Api hq = bed.hq();
        long batches = Math.max(1, plan.size().orders() / BATCH);
        Zipf stores = new Zipf(filled.storeIds().size(), STORE_SKEW);
        Zipf members = new Zipf(filled.memberKeys().size(), MEMBER_SKEW);
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1);
        return Load.times(LANES, batches, (client, turn) -> {
            SplittableRandom random = new SplittableRandom(plan.seed() * 31 + turn);
            List<Map<String, Object>> sales = new ArrayList<>();
            for (int i = 0; i < BATCH; i++) {
                sales.add(with(
                        "externalRef",
                        "s" + (turn * BATCH + i),
                        "memberKey",
                        filled.memberKeys().get(members.draw(random)),
                        "storeId",
                        filled.storeIds().get(stores.draw(random)),
                        "businessDate",
                        today.minusDays(random.nextInt(730)).toString(),
                        "pieces",
                        1 + random.nextInt(8),
                        "amountMinor",
                        100 + random.nextInt(30_000),
                        "currency",
                        "CNY"));
            }
            hq.post("/hq/v1/history/sales", with("source", "bench", "sales", sales));
            return true;
        });
    }
}
