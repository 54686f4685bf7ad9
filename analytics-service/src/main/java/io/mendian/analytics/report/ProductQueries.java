package io.mendian.analytics.report;

import io.mendian.kernel.SkuId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ranking of products. */
@Component
public class ProductQueries {

    private static final int MOST = 200;
    private static final String SUMS = "SUM(a.pieces) AS pieces, SUM(a.returned_pieces) AS returned_pieces, "
            + "SUM(a.sales_minor) AS sales_minor, SUM(a.refunds_minor) AS refunds_minor";

    private final JdbcClient jdbc;

    ProductQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a ranking goes by: revenue and pieces are net of returns. */
    public enum Sort {
        REVENUE("SUM(a.sales_minor) - SUM(a.refunds_minor)"),
        PIECES("SUM(a.pieces) - SUM(a.returned_pieces)"),
        REFUNDS("SUM(a.refunds_minor)");

        private final String figure;

        Sort(String figure) {
            this.figure = figure;
        }

        public static Sort parse(String text) {
            return Arrays.stream(values())
                    .filter(sort -> sort.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> ReportProblem.REPORT_SORT_UNKNOWN.with("known", known()));
        }

        private static String known() {
            return Arrays.stream(values()).map(Sort::text).collect(Collectors.joining(", "));
        }

        private String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        private long of(Views.Product product) {
            return switch (this) {
                case REVENUE -> product.revenueMinor();
                case PIECES -> product.pieces() - product.returnedPieces();
                case REFUNDS -> product.refundsMinor();
            };
        }
    }

    /** Largest first; equal ones share a rank and stand in the order of their ids. Limit 1 to 200. */
    public List<Views.Product> products(ReportScope scope, Sort sort, int limit) {
        Ranks ranks = new Ranks();
        return jdbc
                .sql("SELECT a.sku_id, MAX(d.name) AS name, MAX(d.category) AS category, " + SUMS
                        + " FROM agg_product a JOIN dim_sku d ON d.sku_id = a.sku_id " + scope.where()
                        + "GROUP BY a.sku_id ORDER BY " + sort.figure + " DESC, a.sku_id LIMIT :limit")
                .params(scope.parameters())
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, n) -> new Views.Product(
                        0,
                        SkuId.of(row.getLong("sku_id")),
                        row.getString("name"),
                        row.getString("category"),
                        row.getLong("pieces"),
                        row.getLong("returned_pieces"),
                        row.getLong("sales_minor"),
                        row.getLong("refunds_minor"),
                        row.getLong("sales_minor") - row.getLong("refunds_minor")))
                .list()
                .stream()
                .map(product -> ranked(product, ranks.of(sort.of(product))))
                .toList();
    }

    private static Views.Product ranked(Views.Product product, int rank) {
        return new Views.Product(
                rank,
                product.skuId(),
                product.name(),
                product.category(),
                product.pieces(),
                product.returnedPieces(),
                product.salesMinor(),
                product.refundsMinor(),
                product.revenueMinor());
    }
}
