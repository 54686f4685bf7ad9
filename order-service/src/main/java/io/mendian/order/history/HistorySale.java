package io.mendian.order.history;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale as the old till knew it. {@code externalRef} is its number there; {@code amountMinor} is what was paid for all
 * pieces, 0 included. Items are optional; when there are any, their pieces and amounts sum to those of the sale.
 */
public record HistorySale(
        String externalRef,
        @Nullable MemberKey memberKey,
        @Nullable String memberExternalRef,
        StoreId storeId,
        LocalDate businessDate,
        @Nullable Instant soldAt,
        long pieces,
        long amountMinor,
        String currency,
        List<Item> items) {

    public HistorySale {
        items = List.copyOf(items);
    }

    /** What was sold, by the old till's name for it. */
    public record Item(String name, @Nullable String category, long pieces, long amountMinor) {}
}
