package io.mendian.member.wallet;

/** What a recharge package is to be; amounts in the smallest currency unit. */
public record RechargeOffer(String name, long principalMinor, long bonusMinor, boolean active, RechargeExtras extras) {}
