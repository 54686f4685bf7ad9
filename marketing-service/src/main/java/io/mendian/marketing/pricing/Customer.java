package io.mendian.marketing.pricing;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who buys and how, as far as rules ask for it.
 *
 * @param level the member's level, null for a stranger
 * @param segments ids of the segments the member is in, as far as the asker sent them
 * @param paidOrders the member's paid and not wholly refunded orders; null: not told, and so no first order
 * @param payWith the tenders the customer means to use; empty: not said yet
 */
public record Customer(
        boolean member,
        @Nullable String level,
        Set<String> segments,
        @Nullable Long paidOrders,
        @Nullable String channel,
        Set<String> payWith) {

    /** Somebody who is no member and has not said how he will pay. */
    public static final Customer STRANGER = new Customer(false, null, Set.of(), null, null, Set.of());

    /** The same customer, paying otherwise. */
    public Customer payingWith(Set<String> tenders) {
        return new Customer(member, level, segments, paidOrders, channel, tenders);
    }
}
