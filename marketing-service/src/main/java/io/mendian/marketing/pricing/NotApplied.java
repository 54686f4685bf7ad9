package io.mendian.marketing.pricing;

import org.jspecify.annotations.Nullable;

/** A rule that gave nothing: why, and what is missing for it. */
public record NotApplied(
        String rule, String code, Text text, @Nullable Long missingMinor) {}
