package io.mendian.marketing.coupon;

/** Why a coupon was given. */
public enum CouponCause {
    CLAIM,
    CODE,
    MEMBER_JOINED,
    ORDER_PAID,
    /** Another service gave it: points redeemed, recharge gift, streak. */
    GRANT
}
