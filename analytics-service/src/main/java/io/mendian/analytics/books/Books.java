package io.mendian.analytics.books;

import io.mendian.analytics.books.BooksView.Check;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** This service's own books. Each check is one statement, so it sees one moment. */
@Component
public class Books {

    static final String ORDERS = "orders";
    static final String ORDERS_MINOR = "ordersMinor";
    static final String REFUNDS_MINOR = "refundsMinor";
    static final String MEMBERS = "members";
    private static final int SHOWN = 20;

    private final JdbcClient jdbc;

    Books(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public BooksView run() {
        return new BooksView("analytics", Folds.ALL.stream().map(this::check).toList(), figures());
    }

    private Check check(Folds.Fold fold) {
        long began = System.nanoTime();
        long checked = jdbc.sql(fold.counted()).query(Long.class).single();
        List<Object> offenders = jdbc.sql(fold.offenders() + " LIMIT " + SHOWN)
                .query((row, n) -> (Object) row.getString(1))
                .list();
        long millis = (System.nanoTime() - began) / 1_000_000;
        return new Check(fold.name(), fold.scope(), offenders.isEmpty(), checked, millis, offenders);
    }

    private Map<String, Long> figures() {
        return Map.of(
                ORDERS,
                figure("SELECT COUNT(*) FROM fact_order"),
                ORDERS_MINOR,
                figure("SELECT COALESCE(SUM(sales_minor + recharge_minor), 0) FROM agg_sales"),
                REFUNDS_MINOR,
                figure("SELECT COALESCE(SUM(refunds_minor + recharge_back_minor), 0) FROM agg_sales"),
                MEMBERS,
                figure("SELECT COUNT(*) FROM dim_member"));
    }

    private long figure(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
