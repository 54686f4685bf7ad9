package io.mendian.order.neighbours;

import io.mendian.kernel.Split;
import io.mendian.order.ordering.client.MarketingClient.QuoteRequest;

/** The arithmetic of {@link FakeMarketing}'s quotes. */
final class Amounts {

    private Amounts() {}

    static long points(QuoteRequest request, long payable) {
        if (request.usePoints() == 0 || request.pointsPerCurrencyUnit() == 0) {
            return 0;
        }
        long most = Split.permille(payable, request.pointsCapPermille()) * request.pointsPerCurrencyUnit() / 100;
        long wanted = request.usePoints() < 0 ? most : Math.min(most, request.usePoints());
        long usable = Math.min(wanted, request.pointsBalance());
        return usable - usable % (request.pointsPerCurrencyUnit() / 100);
    }

    static long[] takeOff(long[] net, long amount) {
        long[] parts = Split.byWeight(Math.min(amount, sum(net)), net);
        for (int i = 0; i < net.length; i++) {
            net[i] -= parts[i];
        }
        return parts;
    }

    static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }
}
