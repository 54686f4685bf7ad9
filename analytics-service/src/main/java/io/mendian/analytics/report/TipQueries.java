package io.mendian.analytics.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of tips: for whom, and on which day. */
@Component
public class TipQueries {

    private static final String SUMS =
            "SUM(CASE WHEN kind = 'CASH' THEN amount_minor ELSE 0 END), SUM(CASE WHEN kind = 'CASH' THEN 0 ELSE amount_minor END)";

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    TipQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The newest {@code limit} rows (1 to 200) of persons and days. */
    public TipReport of(ReportScope scope, int limit) {
        long[] total = jdbc.sql("SELECT COALESCE(SUM(amount_minor), 0), COALESCE(SUM(CASE WHEN kind = 'CASH' THEN"
                        + " amount_minor ELSE 0 END), 0) FROM fact_tip " + scope.where())
                .params(scope.parameters())
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
        return new TipReport(total[0], total[1], total[0] - total[1], byStaff(scope), byDay(scope, limit));
    }

    private List<TipReport.OfStaff> byStaff(ReportScope scope) {
        return jdbc.sql("SELECT staff_id, SUM(CASE WHEN amount_minor > 0 THEN 1 ELSE 0 END), SUM(amount_minor), " + SUMS
                        + " FROM fact_tip " + scope.where()
                        + "GROUP BY staff_id ORDER BY SUM(amount_minor) DESC, staff_id LIMIT 200")
                .params(scope.parameters())
                .query((row, n) -> new TipReport.OfStaff(
                        text(row.getObject(1, Long.class)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }

    private List<TipReport.OfDay> byDay(ReportScope scope, int limit) {
        return jdbc.sql("SELECT business_date, store_id, staff_id, " + SUMS + " FROM fact_tip " + scope.where()
                        + "GROUP BY business_date, store_id, staff_id"
                        + " ORDER BY business_date DESC, store_id, staff_id LIMIT :limit")
                .params(scope.parameters())
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, n) -> new TipReport.OfDay(
                        row.getObject(1, LocalDate.class),
                        Long.toString(row.getLong(2)),
                        text(row.getObject(3, Long.class)),
                        row.getLong(4),
                        row.getLong(5)))
                .list();
    }

    private static @Nullable String text(@Nullable Long id) {
        return id == null ? null : Long.toString(id);
    }
}
