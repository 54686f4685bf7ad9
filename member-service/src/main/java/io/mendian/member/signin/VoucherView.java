package io.mendian.member.signin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A voucher for something that is handed over in a store; usable once, until before {@code validUntil}. */
public record VoucherView(
        String voucherId,
        String code,
        String memberKey,
        String title,
        Instant validUntil,
        @Nullable Instant usedAt,
        @Nullable String usedStoreId) {

    /** For those who only look: a code that nobody can use. */
    VoucherView masked() {
        String hidden = code.substring(0, 2) + "**********" + code.substring(code.length() - 4);
        return new VoucherView(voucherId, hidden, memberKey, title, validUntil, usedAt, usedStoreId);
    }
}
