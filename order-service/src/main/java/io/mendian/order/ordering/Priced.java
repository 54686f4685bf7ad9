package io.mendian.order.ordering;

import io.mendian.order.ordering.client.MarketingClient.NotApplied;
import io.mendian.order.ordering.client.MemberClient.CheckoutContext;
import io.mendian.order.store.Store;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A basket with its price, and everything the order will remember of it. */
record Priced(
        Store store,
        Buyer buyer,
        @Nullable CheckoutContext member,
        List<PricedLine> lines,
        long pointsUsed,
        SortedMap<String, Long> coupons,
        List<Explanation> explanations,
        List<NotApplied> notApplied,
        String ruleVersion,
        String currency) {

    long listMinor() {
        return lines.stream().mapToLong(PricedLine::listMinor).reduce(0, Math::addExact);
    }

    long payableMinor() {
        return lines.stream().mapToLong(PricedLine::netMinor).reduce(0, Math::addExact);
    }

    List<String> couponIds() {
        return List.copyOf(coupons.keySet());
    }

    boolean isRecharge() {
        return lines.stream().anyMatch(line -> line.recharge() != null);
    }

    /** The amount that stored value shall pay: none (0), as much as there is (-1), or exactly so much. */
    long storedValue(long wanted) {
        if (wanted == 0) {
            return 0;
        }
        if (isRecharge()) {
            throw OrderProblem.RECHARGE_BY_STORED_VALUE.with();
        }
        if (member == null) {
            throw OrderProblem.MEMBER_CODE_NEEDED.with();
        }
        if (wanted < 0) {
            return Math.min(payableMinor(), Math.addExact(member.principalMinor(), member.bonusMinor()));
        }
        if (wanted > payableMinor()) {
            throw OrderProblem.STORED_VALUE_TOO_MUCH.with("payableMinor", payableMinor());
        }
        return wanted;
    }
}
