package io.mendian.analytics.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is counted of sales and refunds. Facts and sums have a column of the same name for each. A recharge is money
 * received and a debt to the member, never sales; paying with stored value is sales and takes from that debt. A card that
 * is sold is sales but not yet earned: it is earned by its uses. See docs/money.md.
 */
public enum Measure {
    ORDERS(false),
    RECHARGES(false),
    PIECES(false),
    SALES_MINOR(false),
    DISCOUNT_MINOR(false),
    RECHARGE_MINOR(false),
    BONUS_MINOR(false),
    RECEIVED_MINOR(false),
    STORED_MINOR(false),
    FEES_MINOR(false),
    CARD_SALES_MINOR(false),
    BOOKED_MINOR(false),
    GIFT_CARD_MINOR(false),
    CARD_USE_MINOR(false),
    CARD_USE_VALUE_MINOR(false),
    EXCHANGED_MINOR(false),
    REFUNDS(true),
    RETURNED_PIECES(true),
    REFUNDS_MINOR(true),
    RECHARGE_BACK_MINOR(true),
    PAID_BACK_MINOR(true),
    STORED_BACK_MINOR(true),
    FEES_BACK_MINOR(true),
    CARD_SALES_BACK_MINOR(true),
    GIFT_CARD_BACK_MINOR(true),
    CARD_USE_BACK_MINOR(true),
    CARD_USE_VALUE_BACK_MINOR(true),
    EXCHANGED_BACK_MINOR(true),
    CREDITED_MINOR(true);

    /** The measures that a member's row sums. */
    public static final List<Measure> OF_MEMBERS = List.of(ORDERS, PIECES, SALES_MINOR, RETURNED_PIECES, REFUNDS_MINOR);

    /** The measures that a product's row sums. */
    public static final List<Measure> OF_PRODUCTS = List.of(PIECES, SALES_MINOR, RETURNED_PIECES, REFUNDS_MINOR);

    private final boolean ofRefunds;

    Measure(boolean ofRefunds) {
        this.ofRefunds = ofRefunds;
    }

    public static List<Measure> ofOrders() {
        return Arrays.stream(values()).filter(measure -> !measure.ofRefunds).toList();
    }

    public static List<Measure> ofRefunds() {
        return Arrays.stream(values()).filter(measure -> measure.ofRefunds).toList();
    }

    public boolean isOfRefunds() {
        return ofRefunds;
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
