package io.mendian.marketing.pricing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/** How much CPU a quote takes by the number of coupons; run by hand: {@code java … PricingBench [limit]}. */
final class PricingBench {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private PricingBench() {}

    public static void main(String[] args) {
        Pricing pricing = new Pricing(args.length == 0 ? 10_000 : Integer.parseInt(args[0]));
        run(pricing, 200, 2_000);
        for (int coupons : new int[] {25, 50, 100, 200, 400}) {
            System.out.println(coupons + " coupons: " + run(pricing, coupons, 1_000));
        }
    }

    private static String run(Pricing pricing, int coupons, int rounds) {
        long[] nanos = new long[rounds];
        int gaps = 0;
        long worst = 0;
        for (int i = 0; i < rounds; i++) {
            Basket basket = new WalletBaskets(i).next(50, coupons, 5);
            long begun = CPU.getCurrentThreadCpuTime();
            Quote quote = pricing.quote(basket);
            nanos[i] = CPU.getCurrentThreadCpuTime() - begun;
            gaps += quote.gapMinor() > 0 ? 1 : 0;
            worst = Math.max(worst, quote.gapMinor());
        }
        long sum = Arrays.stream(nanos).sum();
        Arrays.sort(nanos);
        return "mean " + sum / rounds / 1000 + " µs, p50 " + nanos[rounds / 2] / 1000 + ", p99 "
                + nanos[rounds * 99 / 100] / 1000 + ", max " + nanos[rounds - 1] / 1000 + ", with a gap " + gaps
                + " (largest " + worst + ")";
    }
}
