package io.mendian.member.wallet;

/** A recharge on offer (充100送10: principal 10000, bonus 1000 at once), amounts in the smallest currency unit. */
public record RechargePackage(
        String id, String name, long principalMinor, long bonusMinor, boolean active, RechargeExtras extras) {}
