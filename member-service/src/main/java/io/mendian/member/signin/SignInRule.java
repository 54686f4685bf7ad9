package io.mendian.member.signin;

import org.jspecify.annotations.Nullable;

/**
 * What signing in brings: points for each local day, and a gift for every {@code streakDays} days in a row.
 *
 * @param giftPoints for a gift of POINTS
 * @param giftTemplateId for a gift of a COUPON: the template at marketing-service
 * @param giftTitle for a VOUCHER: what is handed over in the store
 * @param voucherDays how long a voucher can be used
 */
public record SignInRule(
        long version,
        int pointsPerDay,
        int streakDays,
        Gift giftKind,
        int giftPoints,
        @Nullable String giftTemplateId,
        @Nullable String giftTitle,
        int voucherDays) {

    /** What a streak yields. */
    public enum Gift {
        NONE,
        POINTS,
        COUPON,
        VOUCHER
    }

    SignInRule asVersion(long next) {
        return new SignInRule(
                next, pointsPerDay, streakDays, giftKind, giftPoints, giftTemplateId, giftTitle, voucherDays);
    }

    boolean yieldsGift(int streak) {
        return giftKind != Gift.NONE && streak % streakDays == 0;
    }
}
