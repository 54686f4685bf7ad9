package io.mendian.marketing.pricing;

import io.mendian.kernel.SkuId;

/** Pieces that are given at no charge. */
public record Gift(SkuId skuId, long quantity) {}
