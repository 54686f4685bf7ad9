package io.mendian.marketing.coupon;

/** Codes that were made together. */
public record CodeBatchView(String batchId, String templateId, int count) {}
