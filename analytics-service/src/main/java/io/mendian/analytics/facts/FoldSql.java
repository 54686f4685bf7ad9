package io.mendian.analytics.facts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The sums as a fold of the facts, in SQL; used to put hours right and to prove that the sums are right. */
public final class FoldSql {

    private static final List<Measure> ALL = Arrays.asList(Measure.values());

    /** Every sale and refund with all measures; the other kind's are 0. */
    public static final String SALES = "(SELECT store_id, business_date, hour_of_day, member_key, "
            + columns(false) + " FROM fact_order UNION ALL SELECT store_id, business_date, hour_of_day, member_key, "
            + columns(true) + " FROM fact_refund) facts ";

    static final String GROUP_SALES = "GROUP BY store_id, business_date, hour_of_day";

    static final String INTO_SALES = "INSERT INTO agg_sales (store_id, business_date, hour_of_day, "
            + String.join(", ", Sql.names(ALL)) + ") SELECT store_id, business_date, hour_of_day, "
            + sums(ALL) + " FROM " + SALES;

    private FoldSql() {}

    /** {@code SUM(a) AS a, …} for the given measures. */
    public static String sums(List<Measure> measures) {
        return measures.stream()
                .map(measure -> "COALESCE(SUM(" + measure.column() + "), 0) AS " + measure.column())
                .collect(Collectors.joining(", "));
    }

    private static String columns(boolean ofRefunds) {
        return ALL.stream()
                .map(measure -> (measure.isOfRefunds() == ofRefunds ? "" : "0 AS ") + measure.column())
                .collect(Collectors.joining(", "));
    }
}
