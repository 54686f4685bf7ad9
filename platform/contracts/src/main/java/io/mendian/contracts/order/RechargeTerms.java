package io.mendian.contracts.order;

import org.jspecify.annotations.Nullable;

/** What a recharge gives, as it was promised when the order was placed: paid principal and bonus on top. */
public record RechargeTerms(@Nullable String packageId, long principalMinor, long bonusMinor) {}
