package io.mendian.analytics.books;

import java.util.List;

/**
 * What one service says of each thing and another must say too. The left one is the source: the right one learns of it by
 * an event, so the right side may lack what is younger than a minute, and may never have what the left has not.
 *
 * @param within the right side holds a choice only: each thing of the left must be on the right, not the reverse
 */
record Comparison(
        String name, String scope, String left, String leftLedger, String right, String rightLedger, boolean within) {

    private static Comparison equal(
            String name, String scope, String left, String leftLedger, String right, String rightLedger) {
        return new Comparison(name, scope, left, leftLedger, right, rightLedger, false);
    }

    private static Comparison heldByOpenOrders(String service) {
        return new Comparison(
                "I9 what " + service + "-service holds belongs to an order that is open",
                "live hold",
                service,
                "live-holds",
                "order",
                "open",
                true);
    }

    static final List<Comparison> ALL = List.of(
            equal(
                    "I2 stored value spent in member-service = stored value orders were paid with",
                    "order",
                    "order",
                    "stored-value-taken",
                    "member",
                    "stored-value-spent"),
            equal(
                    "I2 stored value given back in member-service = what refunds returned",
                    "refund",
                    "order",
                    "stored-value-returned",
                    "member",
                    "stored-value-given-back"),
            equal(
                    "I2 recharges credited in member-service = recharges sold",
                    "order",
                    "order",
                    "recharges-sold",
                    "member",
                    "recharges"),
            equal(
                    "I8 pieces sold or short in inventory-service = pieces of paid orders",
                    "order",
                    "order",
                    "pieces-sold",
                    "inventory",
                    "pieces-sold"),
            heldByOpenOrders("inventory"),
            heldByOpenOrders("marketing"),
            heldByOpenOrders("member"),
            equal(
                    "I11 coupons used in marketing-service = coupons of paid orders",
                    "order",
                    "order",
                    "coupons-taken",
                    "marketing",
                    "coupons-used"),
            equal(
                    "I15 points spent in member-service = points orders were paid with",
                    "order",
                    "order",
                    "points-taken",
                    "member",
                    "points-spent"),
            equal(
                    "I16 points given back in member-service = what refunds returned",
                    "refund",
                    "order",
                    "points-returned",
                    "member",
                    "points-given-back"),
            equal(
                    "I16 members' orders on record in member-service = paid orders of members",
                    "order",
                    "order",
                    "member-orders",
                    "member",
                    "purchases"),
            equal(
                    "I16 members' refunds on record in member-service = refunds of members",
                    "refund",
                    "order",
                    "member-refunds",
                    "member",
                    "corrections"),
            equal(
                    "I21 orders in analytics-service = paid orders of order-service",
                    "order",
                    "order",
                    "orders",
                    "analytics",
                    "orders"),
            equal(
                    "I21 refunds in analytics-service = refunds of order-service",
                    "refund",
                    "order",
                    "refunds",
                    "analytics",
                    "refunds"),
            equal(
                    "I21 members in analytics-service = members of member-service",
                    "member",
                    "member",
                    "members",
                    "analytics",
                    "members"),
            equal(
                    "I21 postings to gift cards in analytics-service = gift card ledger of member-service",
                    "posting",
                    "member",
                    "gift-card-postings",
                    "analytics",
                    "gift-card-postings"),
            equal(
                    "I21 postings to stored value in analytics-service = stored value ledger of member-service",
                    "posting",
                    "member",
                    "stored-value-postings",
                    "analytics",
                    "stored-value-postings"),
            equal("I21 tips in analytics-service = tips of order-service", "tip", "order", "tips", "analytics", "tips"),
            equal(
                    "I21 deposits in analytics-service = deposits of order-service",
                    "order, kind",
                    "order",
                    "deposits",
                    "analytics",
                    "deposits"),
            equal(
                    "I21 steps to the customer in analytics-service = those of order-service",
                    "order, step",
                    "order",
                    "fulfilment-moves",
                    "analytics",
                    "fulfilment-moves"));
}
