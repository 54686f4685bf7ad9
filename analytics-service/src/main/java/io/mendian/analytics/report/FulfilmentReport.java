package io.mendian.analytics.report;

import java.time.Instant;
import java.util.List;

/**
 * Paid orders that are fetched or sent and are not at their customers yet.
 *
 * @param overdue of {@code toPrepare} and {@code toShip} those that have waited longer than {@code overdueHours}
 * @param waiting those to prepare or to ship that have waited longest
 */
public record FulfilmentReport(
        long toPrepare, long ready, long toShip, long shipped, long overdue, long overdueHours, List<Waiting> waiting) {

    /** An order somebody waits for, and since when. */
    public record Waiting(
            String orderId, String storeId, String handing, String status, Instant since, boolean overdue) {}
}
