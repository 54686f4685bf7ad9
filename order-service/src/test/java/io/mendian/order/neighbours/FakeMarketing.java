package io.mendian.order.neighbours;

import io.mendian.kernel.Split;
import io.mendian.order.ordering.client.MarketingClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** marketing-service as checkout sees it: level discount, coupons named OFF-500-… taking 5.00 off, points within their cap. */
@Component
@Primary
public class FakeMarketing implements MarketingClient {

    private final Map<String, String> holders = new ConcurrentHashMap<>();
    private final Map<String, Gift> gifts = new ConcurrentHashMap<>();

    /** Using this coupon gives a piece on top. */
    public void gives(String coupon, Gift gift) {
        gifts.put(coupon, gift);
    }

    public boolean isHeld(String coupon) {
        return holders.containsKey(coupon);
    }

    @Override
    public QuoteAnswer quote(String language, QuoteRequest request) {
        int size = request.lines().size();
        long[] list = new long[size];
        long[] net = new long[size];
        for (int i = 0; i < size; i++) {
            QuoteLine line = request.lines().get(i);
            list[i] = line.unitListMinor() * line.quantity();
            net[i] = list[i] - Split.permille(list[i], 1000 - request.levelPricePermille());
        }
        List<String> coupons = request.couponIds() == null ? List.of() : request.couponIds();
        List<Gift> given = new ArrayList<>();
        for (String coupon : coupons) {
            if (gifts.containsKey(coupon)) {
                given.add(gifts.get(coupon));
            } else {
                takeOff(net, Long.parseLong(coupon.split("-")[1]));
            }
        }
        long points = points(request, sum(net));
        long pointsMinor = points == 0 ? 0 : points * 100 / request.pointsPerCurrencyUnit();
        long[] byPoints = takeOff(net, pointsMinor);
        List<QuotedLine> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            QuoteLine line = request.lines().get(i);
            List<Explanation> why =
                    list[i] == net[i] ? List.of() : List.of(new Explanation("FAKE", "优惠", net[i] - list[i]));
            lines.add(new QuotedLine(line.lineId(), line.quantity(), list[i], net[i], byPoints[i], why));
        }
        return new QuoteAnswer(
                sum(list),
                sum(list) - sum(net),
                sum(net),
                points,
                coupons,
                null,
                lines,
                given,
                List.of(),
                List.of(),
                "fake");
    }

    private static long points(QuoteRequest request, long payable) {
        if (request.usePoints() == 0 || request.pointsPerCurrencyUnit() == 0) {
            return 0;
        }
        long most = Split.permille(payable, request.pointsCapPermille()) * request.pointsPerCurrencyUnit() / 100;
        long wanted = request.usePoints() < 0 ? most : Math.min(most, request.usePoints());
        long usable = Math.min(wanted, request.pointsBalance());
        return usable - usable % (request.pointsPerCurrencyUnit() / 100);
    }

    private static long[] takeOff(long[] net, long amount) {
        long[] parts = Split.byWeight(Math.min(amount, sum(net)), net);
        for (int i = 0; i < net.length; i++) {
            net[i] -= parts[i];
        }
        return parts;
    }

    private static long sum(long[] amounts) {
        long sum = 0;
        for (long amount : amounts) {
            sum += amount;
        }
        return sum;
    }

    @Override
    public synchronized void hold(CouponHoldRequest request) {
        for (String coupon : request.couponIds()) {
            String holder = holders.get(coupon);
            if (holder != null && !holder.equals(request.holdId())) {
                throw new FakeMembers.Refusal("COUPON_ALREADY_USED", 409).with("coupon", coupon);
            }
        }
        request.couponIds().forEach(coupon -> holders.put(coupon, request.holdId()));
    }

    @Override
    public synchronized void release(String holdId) {
        holders.values().removeAll(Set.of(holdId));
    }
}
