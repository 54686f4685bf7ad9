package io.mendian.member.signin;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day's sign-in.
 *
 * @param already the member had signed in on this day before; nothing was given again
 * @param streak days in a row, this one included
 */
public record SignInView(
        LocalDate day,
        int points,
        int streak,
        boolean already,
        @Nullable GiftView gift) {

    /** What a streak yielded. PENDING: a coupon that is being granted. */
    public record GiftView(
            String kind,
            String status,
            int points,
            @Nullable String title,
            @Nullable String couponId,
            @Nullable String voucherCode) {}
}
