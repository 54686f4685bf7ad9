package io.mendian.member.wallet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a member's stored value statement, newest first; amounts in the smallest currency unit. The entries of all
 * pages sum to the two balances.
 *
 * @param heldMinor what unpaid orders hold of the balances
 * @param frozen reported lost: nothing can be spent
 * @param next the cursor of the next page; null on the last
 */
public record WalletStatement(
        long principalMinor,
        long bonusMinor,
        long heldMinor,
        boolean frozen,
        String currency,
        List<Entry> entries,
        @Nullable String next) {

    /** One posting of the PRINCIPAL or the BONUS ledger; causeId names the order line, hold or refund. */
    public record Entry(
            String id,
            String kind,
            long deltaMinor,
            long balanceAfter,
            String causeType,
            String causeId,
            Instant postedAt) {}
}
