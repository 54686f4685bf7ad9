package io.mendian.member.level;

/** What a member collects on his way up: money spent, orders, points earned, money recharged. */
public enum Measure {
    SPEND,
    ORDERS,
    POINTS,
    RECHARGE
}
