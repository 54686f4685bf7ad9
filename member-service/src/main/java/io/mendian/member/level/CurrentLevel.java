package io.mendian.member.level;

/** A member's level at this moment, and how many of his orders are paid and not fully refunded. */
public record CurrentLevel(Level level, long paidOrders) {}
