package io.mendian.order.history;

import java.util.List;

/** What was taken over from one source; amounts in the smallest unit of the chain's currency. */
public record HistorySummary(
        String source, long sales, long members, long pieces, long amountMinor, String currency, List<Month> byMonth) {

    /** One month of business dates, {@code yyyy-MM}. */
    public record Month(String month, long sales, long pieces, long amountMinor) {}
}
