package io.mendian.marketing.charge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rounding and fees that a store has; {@code storeId} 0 is the chain.
 *
 * @param version the last version set for this very store, 0 for none
 * @param inherited whether the terms are the chain's
 */
public record ChargesView(
        String storeId,
        int version,
        boolean inherited,
        ChargeTerms terms,
        @Nullable Instant setAt) {}
