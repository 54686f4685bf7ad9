package io.mendian.order.ordering;

import io.mendian.order.ordering.client.MarketingClient.NotApplied;
import io.mendian.order.ordering.client.MemberClient.CheckoutContext;
import io.mendian.order.store.Store;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A basket with its price, and everything the order will remember of it. */
record Priced(
        Store store,
        Buyer buyer,
        @Nullable CheckoutContext member,
        List<PricedLine> lines,
        Rules rules,
        List<TenderKind> payWith,
        String currency,
        @Nullable PresaleTerms presale) {

    /** A basket that is paid at once. */
    Priced(
            Store store,
            Buyer buyer,
            @Nullable CheckoutContext member,
            List<PricedLine> lines,
            Rules rules,
            List<TenderKind> payWith,
            String currency) {
        this(store, buyer, member, lines, rules, payWith, currency, null);
    }

    /**
     * What marketing-service said of the lines that rules touch: points used as cash, what coupons and promotions take off,
     * fees, rounding (inside the lines, never above 0), and the whole question and answer.
     */
    record Rules(
            long pointsUsed,
            SortedMap<String, Long> coupons,
            SortedMap<String, Long> promotions,
            List<Fee> fees,
            long roundingMinor,
            List<Explanation> explanations,
            List<NotApplied> notApplied,
            List<ByMeans> byMeans,
            String ruleVersion,
            @Nullable StoredQuote stored) {

        /** No rule was asked. */
        static final Rules NONE =
                new Rules(0, new TreeMap<>(), new TreeMap<>(), List.of(), 0, List.of(), List.of(), List.of(), "", null);
    }

    long listMinor() {
        return lines.stream().mapToLong(PricedLine::listMinor).reduce(0, Math::addExact);
    }

    long feesMinor() {
        return rules.fees().stream().mapToLong(Fee::amountMinor).reduce(0, Math::addExact);
    }

    long payableMinor() {
        return Math.addExact(lines.stream().mapToLong(PricedLine::netMinor).reduce(0, Math::addExact), feesMinor());
    }

    /** What rules take off the list prices; rounding counts besides. */
    long discountMinor() {
        return listMinor() + feesMinor() + rules.roundingMinor() - payableMinor();
    }

    /** Points as cash and points for goods. */
    long pointsUsed() {
        return Math.addExact(rules.pointsUsed(), exchangePoints());
    }

    long exchangePoints() {
        return lines.stream().mapToLong(PricedLine::exchangePoints).reduce(0, Math::addExact);
    }

    /** The part that card uses pay. */
    long cardUseMinor() {
        return lines.stream()
                .filter(PricedLine::byCard)
                .mapToLong(PricedLine::netMinor)
                .reduce(0, Math::addExact);
    }

    List<String> couponIds() {
        return List.copyOf(rules.coupons().keySet());
    }

    boolean isRecharge() {
        return lines.stream().anyMatch(line -> line.recharge() != null);
    }

    /** Whether value is bought that is spent later. */
    boolean isPrepaid() {
        return isRecharge() || lines.stream().anyMatch(line -> line.sku().sellsGiftCard());
    }

    /** The amount that stored value shall pay of {@code most}: none (0), as much as there is (-1), or exactly so much. */
    long storedValue(long wanted, long most) {
        if (wanted == 0) {
            return 0;
        }
        if (member == null) {
            throw OrderProblem.MEMBER_CODE_NEEDED.with();
        }
        if (wanted < 0) {
            return Math.min(most, Math.addExact(member.principalMinor(), member.bonusMinor()));
        }
        if (wanted > most) {
            throw OrderProblem.STORED_VALUE_TOO_MUCH.with("payableMinor", most);
        }
        return wanted;
    }

    /** What it costs when it is paid by other means than {@code payWith}; null where the price does not depend on them. */
    @Nullable
    Long otherwiseMinor() {
        return payWith.isEmpty()
                ? null
                : rules.byMeans().stream()
                        .filter(other -> other.payWith().isEmpty())
                        .map(ByMeans::payableMinor)
                        .findFirst()
                        .orElse(null);
    }
}
