package io.mendian.marketing.coupon;

/** What makes a template give a coupon by itself. */
public enum IssueOn {
    NOTHING,
    /** Once per member, when he joins (K07). */
    MEMBER_JOINED,
    /** After every paid order of at least a stated amount (K11). */
    ORDER_PAID
}
