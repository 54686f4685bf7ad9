package io.mendian.member.wallet;

/** A recharge that was credited, and what of it went back by refunds. */
record Recharge(long orderId, String lineId, long paidMinor, StoredValue given, long refundedMinor, StoredValue back) {}
