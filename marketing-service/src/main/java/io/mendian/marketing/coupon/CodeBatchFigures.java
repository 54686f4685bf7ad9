package io.mendian.marketing.coupon;

/** What became of a batch of codes: codes = free + claimed; claimed = available + held + used + expired + withdrawn. */
public record CodeBatchFigures(
        String batchId,
        long codes,
        long free,
        long claimed,
        long available,
        long held,
        long used,
        long expired,
        long withdrawn) {}
