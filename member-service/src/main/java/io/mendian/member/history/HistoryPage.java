package io.mendian.member.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a member's consumption record, newest first. A refund is a CORRECTION with negative figures; amounts in the
 * smallest currency unit.
 *
 * @param next the cursor of the next page; null on the last
 */
public record HistoryPage(List<Entry> entries, @Nullable String next) {

    /** One purchase or correction; business date in the store's zone. */
    public record Entry(
            String kind,
            String orderId,
            String orderNo,
            String reference,
            String storeId,
            String channel,
            LocalDate businessDate,
            Instant happenedAt,
            long amountMinor,
            String currency,
            long items,
            List<RecordedLine> lines) {}
}
