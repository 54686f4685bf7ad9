package io.mendian.analytics.facts;

import io.mendian.contracts.order.Tender;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lines and tenders, and the sums per store and day: by hour, by product, by tender. */
@Component
class Sums {

    private static final List<Measure> ALL = List.of(Measure.values());
    private static final List<String> TENDER_SUMS = List.of("payments", "paid_minor", "repayments", "repaid_minor");

    private record SalesKey(long store, LocalDate date, int hour) {}

    private record ProductKey(long store, LocalDate date, long sku) {}

    private final JdbcTemplate jdbc;

    Sums(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(List<SaleFact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        names(facts);
        lines(facts);
        tenders(facts);
        bySales(facts);
        byProduct(facts);
        byTender(facts);
    }

    /** A product whose catalogue entry has not arrived goes by the name on the receipt. */
    private void names(List<SaleFact> facts) {
        Map<Long, Object[]> rows = new TreeMap<>();
        for (SaleFact fact : facts) {
            for (SaleFact.Line line : fact.lines()) {
                rows.putIfAbsent(line.sku(), new Object[] {line.sku(), line.kind(), line.name(), line.category()});
            }
        }
        update(
                "INSERT IGNORE INTO dim_sku (sku_id, version, kind, name, category) VALUES (?, 0, ?, ?, ?)",
                List.copyOf(rows.values()));
    }

    private void lines(List<SaleFact> facts) {
        List<Object[]> rows = new ArrayList<>();
        for (SaleFact fact : facts) {
            for (SaleFact.Line line : fact.lines()) {
                rows.add(row(
                        line.tally().values(Measure.OF_PRODUCTS),
                        fact.order(),
                        fact.refund(),
                        line.id(),
                        fact.store(),
                        fact.date(),
                        line.sku()));
            }
        }
        List<String> columns =
                new ArrayList<>(List.of("order_id", "refund_id", "line_id", "store_id", "business_date", "sku_id"));
        columns.addAll(Sql.names(Measure.OF_PRODUCTS));
        update(Sql.insert("fact_line", columns), rows);
    }

    private void tenders(List<SaleFact> facts) {
        List<Object[]> rows = new ArrayList<>();
        for (SaleFact fact : facts) {
            int position = 0;
            for (Tender tender : fact.tenders()) {
                position++;
                rows.add(row(
                        amounts(fact, tender),
                        fact.order(),
                        fact.refund(),
                        position,
                        fact.store(),
                        fact.date(),
                        tender.kind()));
            }
        }
        List<String> columns = new ArrayList<>(
                List.of("order_id", "refund_id", "position", "store_id", "business_date", "tender_kind"));
        columns.addAll(TENDER_SUMS);
        update(Sql.insert("fact_tender", columns), rows);
    }

    private void bySales(List<SaleFact> facts) {
        Map<SalesKey, Tally> sums = new LinkedHashMap<>();
        for (SaleFact fact : facts) {
            sums.computeIfAbsent(new SalesKey(fact.store(), fact.date(), fact.hour()), key -> new Tally())
                    .plus(fact.tally());
        }
        List<Object[]> rows = sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(SalesKey::store)
                        .thenComparing(SalesKey::date)
                        .thenComparing(SalesKey::hour)))
                .map(entry -> row(
                        entry.getValue().values(ALL),
                        entry.getKey().store(),
                        entry.getKey().date(),
                        entry.getKey().hour()))
                .toList();
        update(Sql.addTo("agg_sales", List.of("store_id", "business_date", "hour_of_day"), ALL), rows);
    }

    private void byProduct(List<SaleFact> facts) {
        Map<ProductKey, Tally> sums = new LinkedHashMap<>();
        for (SaleFact fact : facts) {
            for (SaleFact.Line line : fact.lines()) {
                sums.computeIfAbsent(new ProductKey(fact.store(), fact.date(), line.sku()), key -> new Tally())
                        .plus(line.tally());
            }
        }
        List<Object[]> rows = sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(ProductKey::store)
                        .thenComparing(ProductKey::date)
                        .thenComparing(ProductKey::sku)))
                .map(entry -> row(
                        entry.getValue().values(Measure.OF_PRODUCTS),
                        entry.getKey().store(),
                        entry.getKey().date(),
                        entry.getKey().sku()))
                .toList();
        update(Sql.addTo("agg_product", List.of("store_id", "business_date", "sku_id"), Measure.OF_PRODUCTS), rows);
    }

    private void byTender(List<SaleFact> facts) {
        List<Object[]> rows = new ArrayList<>();
        for (SaleFact fact : facts) {
            for (Tender tender : fact.tenders()) {
                rows.add(row(amounts(fact, tender), fact.store(), fact.date(), tender.kind()));
            }
        }
        rows.sort(Comparator.<Object[], Long>comparing(row -> (Long) row[0])
                .thenComparing(row -> (LocalDate) row[1])
                .thenComparing(row -> (String) row[2]));
        List<String> columns = new ArrayList<>(List.of("store_id", "business_date", "tender_kind"));
        columns.addAll(TENDER_SUMS);
        update(Sql.insert("agg_tender", columns) + " ON DUPLICATE KEY UPDATE " + Sql.adding(TENDER_SUMS), rows);
    }

    private static List<Object> amounts(SaleFact fact, Tender tender) {
        return fact.isSale() ? List.of(1, tender.amountMinor(), 0, 0) : List.of(0, 0, 1, tender.amountMinor());
    }

    private static Object[] row(List<Object> sums, Object... keys) {
        List<Object> row = new ArrayList<>(List.of(keys));
        row.addAll(sums);
        return row.toArray();
    }

    private void update(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows);
        }
    }
}
