package io.mendian.bench.inside;

import io.mendian.marketing.benefit.Rules;
import io.mendian.marketing.pricing.AppliedOffer;
import io.mendian.marketing.pricing.Basket;
import io.mendian.marketing.pricing.Offer;
import io.mendian.marketing.pricing.Pricing;
import io.mendian.marketing.pricing.Quote;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Prices large baskets; a line per mix and number of coupons: mix, coupons, processor time of a quote in µs (mean, p50, p99),
 * sets visited (mean, p99), quotes that are certain (‰), the largest gap as ‰ of the discount, then what the two ways of a
 * plain shop take off, as ‰ of ours: one rule after the other, and the best single coupon; last, by how much the first was
 * ever better than what was said to be the best.
 * Arguments: seed, baskets, baskets for the controls, file.
 */
public final class BestCombinationMain {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int LINES = 50;
    private static final int PROMOTIONS = 5;
    /** The number of coupons differs from basket to basket. */
    private static final int ANY_OF_30_TO_100 = 0;

    private final Pricing pricing = new Pricing(10_000);
    private final Rules rules;
    private final long seed;

    private BestCombinationMain(Rules rules, long seed) {
        this.rules = rules;
        this.seed = seed;
    }

    public static void main(String[] args) throws Exception {
        int baskets = Integer.parseInt(args[1]);
        int controlled = Integer.parseInt(args[2]);
        List<String> lines = new ArrayList<>();
        try (AnnotationConfigApplicationContext context =
                new AnnotationConfigApplicationContext("io.mendian.marketing.benefit")) {
            BestCombinationMain main = new BestCombinationMain(context.getBean(Rules.class), Long.parseLong(args[0]));
            for (Wallets.Mix mix : Wallets.Mix.values()) {
                String ignored = main.measure(mix, 100, baskets, 0);
                for (int coupons : new int[] {25, 50, 100, 200}) {
                    lines.add(main.measure(mix, coupons, baskets, 0));
                }
                lines.add(main.measure(mix, ANY_OF_30_TO_100, baskets, controlled));
            }
        }
        Path file = Path.of(args[3]);
        Path partial = file.resolveSibling(file.getFileName() + ".part");
        Files.write(partial, lines);
        Files.move(partial, file);
        System.exit(0);
    }

    private String measure(Wallets.Mix mix, int coupons, int baskets, int controlled) {
        long[] nanos = new long[baskets];
        long[] sets = new long[baskets];
        int certain = 0;
        long gap = 0;
        long ours = 0;
        long[] plain = new long[2];
        long most = 0;
        for (int i = 0; i < baskets; i++) {
            int many = coupons == ANY_OF_30_TO_100 ? 30 + i * 71 / baskets : coupons;
            Basket basket = new Wallets(rules, mix, seed + i).next(LINES, many, PROMOTIONS);
            long begin = CPU.getCurrentThreadCpuTime();
            Quote quote = pricing.quote(basket);
            nanos[i] = CPU.getCurrentThreadCpuTime() - begin;
            sets[i] = pricing.setsVisited(basket);
            certain += quote.gapMinor() == 0 ? 1 : 0;
            gap = Math.max(gap, quote.gapMinor() * 1000 / Math.max(1, quote.discountMinor()));
            if (i % Math.max(1, baskets / Math.max(1, controlled)) == 0 && controlled > 0) {
                long stepwise = greedy(basket);
                most = Math.max(most, quote.gapMinor() == 0 ? stepwise - quote.discountMinor() : 0);
                ours += quote.discountMinor();
                plain[0] += stepwise;
                plain[1] += single(basket);
            }
        }
        long mean = Arrays.stream(nanos).sum() / baskets / 1000;
        Arrays.sort(nanos);
        long meanSets = Arrays.stream(sets).sum() / baskets;
        Arrays.sort(sets);
        int p99 = baskets * 99 / 100;
        long all = Math.max(1, ours);
        return mix + " " + coupons + " " + mean + " " + nanos[baskets / 2] / 1000 + " " + nanos[p99] / 1000 + " "
                + meanSets + " " + sets[p99] + " " + certain * 1000L / baskets + " " + gap + " "
                + plain[0] * 1000 / all + " " + plain[1] * 1000 / all + " " + most;
    }

    /** One rule after the other, each that applies and makes the order cheaper. */
    private long greedy(Basket basket) {
        List<Offer> taken = new ArrayList<>();
        long off = 0;
        for (Offer offer : basket.offers()) {
            taken.add(offer);
            Quote quote = pricing.quote(basket.with(taken));
            if (quote.applied().size() == taken.size() && quote.discountMinor() > off) {
                off = quote.discountMinor();
            } else {
                taken.removeLast();
            }
        }
        return off;
    }

    /** The one coupon that takes most off, and nothing else. */
    private long single(Basket basket) {
        long off = 0;
        for (Offer offer : basket.offers()) {
            if (offer.isCoupon()) {
                Quote quote = pricing.quote(basket.with(List.of(offer)));
                off = Math.max(
                        off,
                        quote.applied().stream()
                                .mapToLong(AppliedOffer::discountMinor)
                                .sum());
            }
        }
        return off;
    }
}
