package io.mendian.marketing.coupon;

/** What happened to a coupon: the kinds of entries in its ledger. */
public enum CouponMove {
    GIVEN,
    HELD,
    RELEASED,
    USED,
    RETURNED,
    WITHDRAWN,
    EXPIRED
}
