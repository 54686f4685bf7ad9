package io.mendian.bench.run;

import static io.mendian.bench.bed.Api.with;

import io.mendian.bench.Plan;
import io.mendian.bench.bed.Api;
import io.mendian.bench.bed.Bed;
import io.mendian.bench.bed.Town;
import io.mendian.bench.bed.Zipf;
import io.mendian.bench.measure.Load;
import io.mendian.bench.measure.Wire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The trade of a store as it is mixed in life: one to eight products (three on average, skewed by 1.05), 40 % with a coupon, 30 % with
 * points, 25 % paid by stored value in the mini-program and the others in cash at the till, and 5 % of all requests sent a second time.
 */
final class Trade {

    private static final int MOST_CALLERS = 64;
    private static final int[] LINES = {25, 45, 65, 80, 90, 95, 98, 100};
    private static final double SKU_SKEW = 1.05;

    private final Bed bed;
    private final Town town;
    private final List<String> goods;
    private final List<Town.Shopper> shoppers;
    private final String coupon;
    private final long seed;
    private final Zipf popularity;
    private final int[] coupons;
    private final Wire[] phones;
    private final Wire[] tills = new Wire[MOST_CALLERS];
    private final AtomicLong orders = new AtomicLong();
    private final AtomicLong repeats = new AtomicLong();
    private final AtomicLong conflicts = new AtomicLong();
    private volatile String otherAnswer = "";

    /** A request and what was answered to it. */
    private record Sent(Wire wire, String path, String body, String key, Wire.Answer answer) {}

    private Trade(Bed bed, Town town, Plan plan, List<String> goods, List<Town.Shopper> shoppers, String coupon) {
        this.bed = bed;
        this.town = town;
        this.goods = goods;
        this.shoppers = shoppers;
        this.coupon = coupon;
        this.seed = plan.seed();
        this.popularity = new Zipf(goods.size(), SKU_SKEW);
        this.coupons = new int[shoppers.size()];
        this.phones = new Wire[shoppers.size()];
        for (int i = 0; i < phones.length; i++) {
            phones[i] = new Wire(bed.gatewayPort(), shoppers.get(i).token());
        }
        for (int i = 0; i < tills.length; i++) {
            tills[i] = new Wire(bed.gatewayPort(), town.clerk().token());
        }
    }

    /** Goods, shoppers and their coupons; whoever comes later takes part with what the first one prepared. */
    static Trade of(Bed bed, Plan plan) {
        Town town = Town.of(bed);
        List<String> goods = List.copyOf(town.goods(plan.brief() ? 8 : 40));
        List<Town.Shopper> shoppers = town.shoppers(plan.brief() ? 8 : MOST_CALLERS);
        String coupon = bed.keep("coupon", String.class, () -> template(bed));
        Trade trade = bed.keep("trade", Trade.class, () -> new Trade(bed, town, plan, goods, shoppers, coupon));
        shoppers.forEach(town::present);
        return trade;
    }

    private static String template(Bed bed) {
        return bed.hq()
                .post(
                        "/hq/v1/coupon-templates",
                        with(
                                "name",
                                "满1减0.5",
                                "kind",
                                "AMOUNT_OFF",
                                "settings",
                                with("thresholdMinor", 100, "amountMinor", 50),
                                "limits",
                                with("perMember", 100_000),
                                "validity",
                                with("days", 30),
                                "claimable",
                                true,
                                "state",
                                "LIVE"))
                .path("templateId")
                .asString();
    }

    /** No member is at two tills at once: so many callers at most. */
    int callers(int wanted) {
        return Math.min(wanted, shoppers.size());
    }

    /** Before so many orders: two fifths of the members claim what they will use of coupons. */
    void claimFor(double expectedOrders) {
        int each = (int) Math.ceil(expectedOrders / shoppers.size() * 1.2) + 1;
        for (int i = 0; i < shoppers.size(); i++) {
            Api member = bed.anonymous().as(shoppers.get(i).token());
            for (; likesCoupons(i) && coupons[i] < each; coupons[i]++) {
                Object ignored = member.post("/app/v1/coupon-templates/" + coupon + "/claims", Map.of());
            }
        }
    }

    /** What so many callers do, each for members of its own: an order (done) or one sent a second time (refused, for it counts once). */
    Load.Operation mix(int callers) {
        @Nullable Sent[] last = new @Nullable Sent[callers];
        return (client, turn) -> {
            long number = orders.incrementAndGet();
            SplittableRandom random = new SplittableRandom(seed ^ number * 0x9E3779B97F4A7C15L);
            Sent earlier = last[client];
            if (earlier != null && random.nextInt(100) < 5) {
                sendAgain(earlier);
                return false;
            }
            int shopper = client + callers * random.nextInt((shoppers.size() - client - 1) / callers + 1);
            boolean byPhone = random.nextInt(100) < 25;
            Sent sent = send(
                    byPhone ? phones[shopper] : tills[client],
                    byPhone ? "/app/v1/orders" : "/store/v1/sales",
                    basket(random, shopper, byPhone),
                    "trade-" + seed + "-" + number);
            if (sent.answer().status() == 409) {
                conflicts.incrementAndGet();
                return false;
            }
            coupons[shopper] -= likesCoupons(shopper) && coupons[shopper] > 0 ? 1 : 0;
            last[client] = sent;
            return true;
        };
    }

    private static Sent send(Wire wire, String path, String body, String key) throws IOException {
        Wire.Answer answer = wire.post(path, body, key);
        if (answer.status() != 201 && answer.status() != 409) {
            throw new IOException(answer.status() + " " + answer.body());
        }
        return new Sent(wire, path, body, key, answer);
    }

    private void sendAgain(Sent earlier) throws IOException {
        Wire.Answer again = send(earlier.wire(), earlier.path(), earlier.body(), earlier.key())
                .answer();
        repeats.incrementAndGet();
        String first = Api.read(earlier.answer().body()).path("orderId").asString("");
        if (!Api.read(again.body()).path("orderId").asString("-").equals(first)) {
            otherAnswer = again.status() + " " + again.body() + " instead of " + first;
        }
    }

    private static boolean likesCoupons(int shopper) {
        return shopper % 5 < 2;
    }

    private String basket(SplittableRandom random, int shopper, boolean byPhone) {
        int wanted = 1;
        for (int drawn = random.nextInt(100); drawn >= LINES[wanted - 1]; ) {
            wanted++;
        }
        Set<String> skus = new LinkedHashSet<>();
        while (skus.size() < wanted) {
            skus.add(goods.get(popularity.draw(random)));
        }
        List<Object> lines = new ArrayList<>();
        skus.forEach(sku -> lines.add(with("skuId", sku, "quantity", 1 + random.nextInt(2))));
        int usePoints = random.nextInt(100) < 30 ? -1 : 0;
        return Api.json(
                byPhone
                        ? with(
                                "storeId",
                                town.storeId(),
                                "lines",
                                lines,
                                "usePoints",
                                usePoints,
                                "storedValueMinor",
                                -1)
                        : with(
                                "lines",
                                lines,
                                "usePoints",
                                usePoints,
                                "memberKey",
                                shoppers.get(shopper).memberKey(),
                                "cash",
                                with("receivedMinor", 100_000)));
    }

    long repeats() {
        return repeats.get();
    }

    long conflicts() {
        return conflicts.get();
    }

    /** Empty as long as every repeated request was told the order that the first one made. */
    String otherAnswer() {
        return otherAnswer;
    }
}
