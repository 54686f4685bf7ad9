package io.mendian.contracts.order;

/** A means of payment (CASH, WECHAT_PAY, STORED_VALUE, HISTORY …) and its amount in the smallest currency unit. */
public record Tender(String kind, long amountMinor, String reference) {}
