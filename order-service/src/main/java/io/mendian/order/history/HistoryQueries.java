package io.mendian.order.history;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads of what was taken over. */
@Component
public class HistoryQueries {

    private static final int MOST_MONTHS = 1200;

    private final JdbcClient jdbc;
    private final String currency;

    HistoryQueries(JdbcClient jdbc, @Value("${mendian.currency}") String currency) {
        this.jdbc = jdbc;
        this.currency = currency;
    }

    /** Totals and months of one source; both see the same sales. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public HistorySummary summary(String source) {
        List<HistorySummary.Month> months = jdbc.sql("""
                        SELECT DATE_FORMAT(business_date, '%Y-%m') AS month_of, COUNT(*), SUM(pieces), SUM(amount_minor)
                        FROM history_sale WHERE source = ? GROUP BY month_of ORDER BY month_of LIMIT ?
                        """)
                .params(source, MOST_MONTHS)
                .query((row, n) ->
                        new HistorySummary.Month(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .list();
        return jdbc.sql("""
                        SELECT COUNT(*), COUNT(DISTINCT member_key), COALESCE(SUM(pieces), 0), COALESCE(SUM(amount_minor), 0)
                        FROM history_sale WHERE source = ?
                        """)
                .param(source)
                .query((row, n) -> new HistorySummary(
                        source, row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), currency, months))
                .single();
    }
}
