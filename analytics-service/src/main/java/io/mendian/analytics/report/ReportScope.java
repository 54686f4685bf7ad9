package io.mendian.analytics.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which stores (null: the whole chain) and which business dates (null: open) a report covers, both ends included. */
public record ReportScope(
        @Nullable List<Long> stores,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public ReportScope {
        if (from != null && to != null && to.isBefore(from)) {
            throw ReportProblem.REPORT_PERIOD_INVALID.with();
        }
    }

    public boolean isEverything() {
        return stores == null && from == null && to == null;
    }

    /** The condition over {@code store_id} and {@code business_date}. */
    String where() {
        return "WHERE 1 = 1"
                + (stores == null ? "" : " AND store_id IN (:stores)")
                + (from == null ? "" : " AND business_date >= :from")
                + (to == null ? "" : " AND business_date <= :to")
                + " ";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        if (stores != null) {
            // an empty list is no SQL; -1 is no store
            parameters.put("stores", stores.isEmpty() ? List.of(-1L) : stores);
        }
        if (from != null) {
            parameters.put("from", from);
        }
        if (to != null) {
            parameters.put("to", to);
        }
        return parameters;
    }
}
