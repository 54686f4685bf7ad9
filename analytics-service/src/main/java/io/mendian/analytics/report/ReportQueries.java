package io.mendian.analytics.report;

import io.mendian.analytics.facts.FoldSql;
import io.mendian.analytics.facts.Measure;
import io.mendian.kernel.StoreId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Figures from the daily sums: their cost follows stores and days, not orders. */
@Component
public class ReportQueries {

    static final int MOST_DAYS = 366;
    private static final int DAYS_BY_DEFAULT = 30;
    private static final int MOST_STORES = 200;
    private static final int MOST_MONTHS = 240;
    private static final String SUMS = FoldSql.sums(List.of(Measure.values()));

    private final JdbcClient jdbc;
    private final FreshnessQueries freshness;
    private final String currency;
    private final ZoneId zone;
    private final Clock clock;

    ReportQueries(
            JdbcClient jdbc,
            FreshnessQueries freshness,
            @Value("${mendian.currency}") String currency,
            @Value("${mendian.zone}") ZoneId zone,
            Clock clock) {
        this.jdbc = jdbc;
        this.freshness = freshness;
        this.currency = currency;
        this.zone = zone;
        this.clock = clock;
    }

    public Views.Summary summary(ReportScope scope) {
        SalesFigures figures = jdbc.sql("SELECT " + SUMS + " FROM agg_sales " + scope.where())
                .params(scope.parameters())
                .query((row, n) -> SalesFigures.of(row))
                .single();
        return new Views.Summary(scope.from(), scope.to(), members(scope), figures, currency, freshness.lastEventAt());
    }

    /** For the whole chain and all time it is a count of members; for a part of it, of that part's orders. */
    private long members(ReportScope scope) {
        String sql = scope.isEverything()
                ? "SELECT COUNT(*) FROM agg_member WHERE orders > 0"
                : "SELECT COUNT(DISTINCT member_key) FROM fact_order " + scope.where() + "AND orders = 1";
        return jdbc.sql(sql).params(scope.parameters()).query(Long.class).single();
    }

    /** Every day of the period, also those without sales; the last 30 days when no period is given, at most 366. */
    public List<Views.Day> days(ReportScope asked) {
        LocalDate to = asked.to() == null ? LocalDate.now(clock.withZone(zone)) : asked.to();
        LocalDate from = asked.from() == null ? to.minusDays(DAYS_BY_DEFAULT - 1L) : asked.from();
        if (ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw ReportProblem.REPORT_PERIOD_TOO_LONG.with("most", MOST_DAYS);
        }
        ReportScope scope = new ReportScope(asked.stores(), from, to);
        Map<LocalDate, SalesFigures> found = new TreeMap<>();
        jdbc.sql("SELECT business_date, " + SUMS + " FROM agg_sales " + scope.where() + "GROUP BY business_date")
                .params(scope.parameters())
                .query(row -> {
                    found.put(row.getObject("business_date", LocalDate.class), SalesFigures.of(row));
                });
        return from.datesUntil(to.plusDays(1))
                .map(date -> new Views.Day(date, found.getOrDefault(date, SalesFigures.NONE)))
                .toList();
    }

    /** Every month from the first to the last with sales or refunds, the latest 240. */
    public List<Views.Month> months(ReportScope scope) {
        TreeMap<YearMonth, SalesFigures> found = new TreeMap<>();
        jdbc.sql("SELECT YEAR(business_date) AS y, MONTH(business_date) AS m, " + SUMS + " FROM agg_sales "
                        + scope.where() + "GROUP BY YEAR(business_date), MONTH(business_date)")
                .params(scope.parameters())
                .query(row -> {
                    found.put(YearMonth.of(row.getInt("y"), row.getInt("m")), SalesFigures.of(row));
                });
        List<Views.Month> months = new ArrayList<>();
        if (!found.isEmpty()) {
            YearMonth last = found.lastKey();
            YearMonth first = found.firstKey();
            for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
                months.add(new Views.Month(month.toString(), found.getOrDefault(month, SalesFigures.NONE)));
            }
        }
        return months.subList(Math.max(0, months.size() - MOST_MONTHS), months.size());
    }

    /** All 24 hours, summed over the days of the period. */
    public List<Views.Hour> hours(ReportScope scope) {
        Map<Integer, SalesFigures> found = new TreeMap<>();
        jdbc.sql("SELECT hour_of_day, " + SUMS + " FROM agg_sales " + scope.where() + "GROUP BY hour_of_day")
                .params(scope.parameters())
                .query(row -> {
                    found.put(row.getInt("hour_of_day"), SalesFigures.of(row));
                });
        List<Views.Hour> hours = new ArrayList<>();
        for (int hour = 0; hour < 24; hour++) {
            hours.add(new Views.Hour(hour, found.getOrDefault(hour, SalesFigures.NONE)));
        }
        return hours;
    }

    /** By revenue, largest first, equal ones in the order of their ids with the same rank; at most 200. */
    public List<Views.Store> stores(ReportScope scope) {
        Ranks ranks = new Ranks();
        return jdbc.sql(
                        "SELECT d.store_id AS id, d.code, d.name, d.region, s.* FROM dim_store d LEFT JOIN (SELECT store_id, "
                                + SUMS + " FROM agg_sales " + scope.where()
                                + "GROUP BY store_id) s ON s.store_id = d.store_id "
                                + (scope.stores() == null ? "" : "WHERE d.store_id IN (:stores) ")
                                + "ORDER BY COALESCE(" + SalesFigures.REVENUE + ", 0) DESC, d.store_id LIMIT "
                                + MOST_STORES)
                .params(scope.parameters())
                .query((row, n) -> {
                    SalesFigures figures = SalesFigures.of(row);
                    return new Views.Store(
                            ranks.of(figures.revenueMinor()),
                            StoreId.of(row.getLong("id")),
                            row.getString("code"),
                            row.getString("name"),
                            row.getString("region"),
                            figures);
                })
                .list();
    }

    /** Stores rolled up by region, largest revenue first; at most 200. */
    public List<Views.Region> regions(ReportScope scope) {
        return jdbc.sql("SELECT d.region, COUNT(*) AS stores, " + sumsOf("s") + " FROM dim_store d LEFT JOIN (SELECT "
                        + "store_id, " + SUMS + " FROM agg_sales " + scope.where()
                        + "GROUP BY store_id) s ON s.store_id = d.store_id "
                        + (scope.stores() == null ? "" : "WHERE d.store_id IN (:stores) ")
                        + "GROUP BY d.region ORDER BY SUM(COALESCE(" + SalesFigures.REVENUE + ", 0)) DESC, d.region"
                        + " LIMIT " + MOST_STORES)
                .params(scope.parameters())
                .query((row, n) ->
                        new Views.Region(row.getString("region"), row.getLong("stores"), SalesFigures.of(row)))
                .list();
    }

    /** In the order of the amount paid, then of the kind. */
    public List<Views.Tender> tenders(ReportScope scope) {
        return jdbc.sql("SELECT tender_kind, SUM(payments) AS payments, SUM(paid_minor) AS paid, "
                        + "SUM(repayments) AS repayments, SUM(repaid_minor) AS repaid FROM agg_tender " + scope.where()
                        + "GROUP BY tender_kind ORDER BY SUM(paid_minor) DESC, tender_kind LIMIT 200")
                .params(scope.parameters())
                .query((row, n) -> new Views.Tender(
                        row.getString("tender_kind"),
                        row.getLong("payments"),
                        row.getLong("paid"),
                        row.getLong("repayments"),
                        row.getLong("repaid"),
                        row.getLong("paid") - row.getLong("repaid")))
                .list();
    }

    private static String sumsOf(String alias) {
        return FoldSql.sums(List.of(Measure.values())).replace("SUM(", "SUM(" + alias + ".");
    }
}
