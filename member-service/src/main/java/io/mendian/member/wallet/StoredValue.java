package io.mendian.member.wallet;

import com.google.errorprone.annotations.CheckReturnValue;
import io.mendian.kernel.Split;
import io.mendian.member.assetrules.SpendingRule;

/** An amount of stored value in its two parts, in the smallest currency unit: what was paid in, and what was given on top. */
@CheckReturnValue
public record StoredValue(long principalMinor, long bonusMinor) {

    public static final StoredValue NONE = new StoredValue(0, 0);

    public long totalMinor() {
        return Math.addExact(principalMinor, bonusMinor);
    }

    public boolean isNothing() {
        return principalMinor == 0 && bonusMinor == 0;
    }

    /**
     * The part of an amount that is taken from this balance in proportion to it: principal = amount × principal ÷ total,
     * rounded half-up to the smallest unit; bonus is the rest.
     */
    public StoredValue proportional(long amountMinor) {
        if (amountMinor == 0) {
            return NONE;
        }
        long principal = Split.share(principalMinor, amountMinor, totalMinor());
        return new StoredValue(principal, amountMinor - principal);
    }

    /** The part of an amount, at most the total, that a spend takes by the chain's rule; neither part goes below zero. */
    public StoredValue take(SpendingRule rule, long amountMinor) {
        return switch (rule) {
            case PROPORTIONAL -> proportional(amountMinor);
            case BONUS_FIRST -> {
                long bonus = Math.min(bonusMinor, amountMinor);
                yield new StoredValue(amountMinor - bonus, bonus);
            }
            case PRINCIPAL_FIRST -> {
                long principal = Math.min(principalMinor, amountMinor);
                yield new StoredValue(principal, amountMinor - principal);
            }
        };
    }

    /** What comes back with the next {@code amountMinor} after {@code before} came back; all parts end exactly at this. */
    public StoredValue nextShare(StoredValue before, long amountMinor) {
        StoredValue upToNow = proportional(before.totalMinor() + amountMinor);
        return new StoredValue(upToNow.principalMinor - before.principalMinor, upToNow.bonusMinor - before.bonusMinor);
    }

    public StoredValue negated() {
        return new StoredValue(-principalMinor, -bonusMinor);
    }

    public StoredValue plus(StoredValue other) {
        return new StoredValue(
                Math.addExact(principalMinor, other.principalMinor), Math.addExact(bonusMinor, other.bonusMinor));
    }

    public StoredValue minus(StoredValue other) {
        return new StoredValue(principalMinor - other.principalMinor, bonusMinor - other.bonusMinor);
    }

    /** Of each part at most what {@code most} has. */
    public StoredValue atMost(StoredValue most) {
        return new StoredValue(Math.min(principalMinor, most.principalMinor), Math.min(bonusMinor, most.bonusMinor));
    }
}
